import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import type { MachineModel } from "../schemas";
import { readModels } from "./machine-models";

const KEY = "miner_models";
const TTL_S = 3_600;

/** All rows of `miner_models`, at most an hour old; the same array until it is read anew, so what is made of it can be kept with it. */
export const cachedModels = (ctx: Ctx): Promise<readonly MachineModel[]> =>
  cache().through(KEY, {
    ttlS: TTL_S,
    nowMs: ctx.now().getTime(),
    load: () => inOwnUnit(ctx, "machines.cache", readFilled),
  });

async function readFilled(ctx: Parameters<typeof readModels>[0]): Promise<MachineModel[]> {
  const models = await readModels(ctx);
  // Not a list to remember for an hour: the seed is only late.
  if (models.length === 0)
    throw new AppError("unavailable", "The machine catalogue is not filled yet: try again in a moment.");
  return models;
}
