export { calculate } from "./core/calculate";
export { energyKwhDay, paidHashrateTh } from "./core/daily-figures";
export { decayForce, hashrateShare } from "./core/decay";
export { ASSUMED_ELECTRICITY_USD_PER_KWH, DEFAULTS } from "./core/defaults";
export { unknownModelError } from "./core/model-to-find";
export { poolReward } from "./core/pool-reward";
export { resolveTerms } from "./core/terms";
export { findFacts } from "./use-cases/find-facts";
