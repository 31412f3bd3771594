import type { UnitOfWork } from "@/lib/kernel/context";
import { readModels } from "../data/machine-models";
import type { MachineModel } from "../schemas";

/** Every machine of the table. */
export const catalogue = (ctx: { unit: UnitOfWork }): Promise<readonly MachineModel[]> => readModels(ctx);
