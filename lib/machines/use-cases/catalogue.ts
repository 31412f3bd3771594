import type { Ctx } from "@/lib/kernel/context";
import { cachedModels } from "../data/cached-models";
import type { MachineModel } from "../schemas";

/**
 * Every machine that a name may mean to whoever asks, through the cache: the shared catalogue, and a company's own to its
 * staff; retired ones too. No transaction is opened while it is fresh. For a batch, read it once and give it to
 * `resolveModel`; what is offered of it is `offeredModels`. Throws `unavailable` while the table was never filled.
 */
export const catalogue = (ctx: Ctx): Promise<readonly MachineModel[]> => cachedModels(ctx);
