export type { Resolution } from "./core/resolve-model";
export { findModel } from "./use-cases/find-model";
