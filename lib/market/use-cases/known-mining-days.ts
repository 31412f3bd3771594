import { type MiningDays, miningDays } from "@/lib/kernel/bitcoin/mining-days";
import type { Ctx } from "@/lib/kernel/context";
import { type MiningHistory, miningHistory, miningHistoryRange } from "./mining-history";

type Period = { from: string; to: string };

/** What mining stood on in a period, or how far history reaches (null: nowhere) where it doesn't know all of it. */
export async function knownMiningDays(
  ctx: Ctx,
  { from, to }: Period,
): Promise<{ history: MiningDays; provenance: MiningHistory["provenance"] } | { history: null; range: Period | null }> {
  const range = await miningHistoryRange(ctx);
  if (!range || from < range.from || to > range.to) return { history: null, range };
  const { series, heights, provenance } = await miningHistory(ctx, { from, to });
  const history = miningDays(series, heights, { from, to });
  return history ? { history, provenance } : { history, range };
}
