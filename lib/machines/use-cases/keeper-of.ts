import { companyOf } from "@/lib/identity/index";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Keeper } from "../core/user-miners/portfolio";
import type { UserMiner } from "../core/user-miners/schemas";
import { findUserMiner } from "../data/user-miners";

/** Whose machines are asked for: whoever asks, or whoever made the key, in the company that is worked in. */
export function keeperOf(ctx: QueryCtx): Keeper {
  const tenantId = companyOf(ctx);
  if (ctx.actor.userId === null) throw new AppError("forbidden", "These are a person's machines: sign in as one.");
  return { tenantId, userId: ctx.actor.userId };
}

/** One of the keeper's rows that counts. Throws `not_found`, also for somebody else's and a retired one. */
export async function keptMiner(ctx: QueryCtx, keeper: Keeper, id: string): Promise<UserMiner> {
  const miner = await findUserMiner(ctx, keeper, id);
  if (!miner || miner.retired_at !== null) throw new AppError("not_found", "You have no such machines.");
  return miner;
}

/** As `keptMiner`, for a change. Throws `precondition_failed` where the row has another version by now. */
export async function keptMinerOf(ctx: QueryCtx, keeper: Keeper, wanted: { id: string; version: number }) {
  const miner = await keptMiner(ctx, keeper, wanted.id);
  if (miner.version !== wanted.version) throw changedMeanwhile();
  return miner;
}

/** The row has another version by now. */
export const changedMeanwhile = (): AppError =>
  new AppError("precondition_failed", "These machines were changed since you read them: read them again.");
