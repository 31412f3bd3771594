export { SURENESS, weakest } from "./core/compose-market";
export { listFeedStates } from "./data/feeds";
export { currentHashprice } from "./use-cases/current-hashprice";
export { currentMarket } from "./use-cases/current-market";
export { knownMiningDays } from "./use-cases/known-mining-days";
export { lastHalvingUntil } from "./use-cases/last-halving-until";
export { miningHistoryRange } from "./use-cases/mining-history";
