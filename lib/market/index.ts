export { SURENESS, weakest } from "./core/compose-market";
export { listFeedStates } from "./data/feeds";
export { currentHashprice } from "./use-cases/current-hashprice";
export { currentMarket } from "./use-cases/current-market";
export { type MiningHistory, miningHistory, miningHistoryRange } from "./use-cases/mining-history";
