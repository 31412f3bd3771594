export { listFeedStates } from "./data/feeds";
export { currentMarket } from "./use-cases/current-market";
