export { currentMarket } from "./use-cases/current-market";
