import type { Ctx } from "@/lib/kernel/context";
import { cachedModels } from "../data/cached-models";
import type { MachineModel } from "../schemas";

/**
 * Every machine of the table, through the cache: no transaction is opened while it is fresh. For a batch, read it once
 * and give it to `resolveModel`. Throws `unavailable` while the table was never filled.
 */
export const catalogue = (ctx: Ctx): Promise<readonly MachineModel[]> => cachedModels(ctx);
