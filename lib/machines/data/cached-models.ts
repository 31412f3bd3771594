import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import type { MachineModel } from "../schemas";
import { readOwnModels, readSharedModels } from "./machine-models";

/**
 * The shared catalogue, and for a company's staff its own rows, retired ones too; what this process changes is seen at
 * once, what another one does within a second where they share a Redis, else within the hour. The same array until it is read anew, so what is made of it can be kept with it.
 */
export async function cachedModels(ctx: Ctx): Promise<readonly MachineModel[]> {
  const shared = await through(ctx, null, readFilled);
  const { tenantId } = ctx;
  if (tenantId === null || ctx.actor.ownOnly || !ctx.actor.can("catalogue:read")) return shared;
  return joined(shared, await through(ctx, tenantId, (unit) => readOwnModels(unit, tenantId)));
}

/** Once the unit of work is committed, what was kept of a company's rows (null: the shared ones) is read anew. */
export const forgetModels = (ctx: QueryCtx, tenantId: string | null): void =>
  ctx.unit.afterCommit(() => void cache().forget(cacheKeys.minerModels(tenantId)));

const through = (ctx: Ctx, tenantId: string | null, read: (ctx: QueryCtx) => Promise<MachineModel[]>) =>
  cache().through(cacheKeys.minerModels(tenantId), () => inOwnUnit(ctx, "machines.cache", read));

async function readFilled(ctx: QueryCtx): Promise<MachineModel[]> {
  const models = await readSharedModels(ctx);
  // Not a list to remember: the seed is late, or was forgotten.
  if (models.length === 0)
    throw new AppError("unavailable", "The machine catalogue is empty. The operator fills it: npm run seed -- base");
  return models;
}

const joins = new WeakMap<readonly MachineModel[], WeakMap<readonly MachineModel[], readonly MachineModel[]>>();

/** Made once for a pair of lists. */
function joined(shared: readonly MachineModel[], own: readonly MachineModel[]): readonly MachineModel[] {
  if (own.length === 0) return shared;
  const withShared = joins.get(shared) ?? new WeakMap();
  joins.set(shared, withShared);
  const made = withShared.get(own) ?? [...own, ...shared];
  withShared.set(own, made);
  return made;
}
