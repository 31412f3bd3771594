export { hashpriceOf } from "./core/compose-market";
export { DEFAULTS } from "./core/defaults";
export { IndicatorsInput, indicators } from "./core/indicators/indicators";
export { manualFigure } from "./core/manual-figure";
export { backfillHistory } from "./use-cases/backfill-history";
export { currentMarket, getMarket } from "./use-cases/current-market";
export { refreshMarket } from "./use-cases/refresh-market";
export { seedSimulatedHistory } from "./use-cases/seed-simulated-history";
export { thinSnapshots } from "./use-cases/thin-snapshots";
