import type { QueryCtx } from "@/lib/kernel/context";
import { type MiningHistory, miningHistory, miningHistoryRange } from "@/lib/market/index";
import { type MarketHistory, marketHistory } from "../core/replay/market-history";

type Period = { from: string; to: string };

/** What mining stood on in a period, or how far history reaches (null: nowhere) where it doesn't know all of it. */
export async function knownHistory(
  ctx: QueryCtx,
  { from, to }: Period,
): Promise<
  { history: MarketHistory; provenance: MiningHistory["provenance"] } | { history: null; range: Period | null }
> {
  const range = await miningHistoryRange(ctx);
  if (!range || from < range.from || to > range.to) return { history: null, range };
  const { series, heights, provenance } = await miningHistory(ctx, { from, to });
  const history = marketHistory(series, heights, { from, to });
  return history ? { history, provenance } : { history, range };
}
