export { shippedCatalogue } from "./core/catalogue/shipped-catalogue";
export { type Resolution, resolveModel } from "./core/resolve-model";
export { catalogue } from "./use-cases/catalogue";
export { findModel } from "./use-cases/find-model";
export { listModels } from "./use-cases/list-models";
export { pickerModels } from "./use-cases/picker-models";
export { seedCatalogue } from "./use-cases/seed-catalogue";
