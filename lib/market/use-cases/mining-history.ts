import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { historyProvenance } from "../core/trend";
import { readSeries, seriesRange } from "../data/days";
import { allEpochs } from "../data/epochs";
import type { HistoryProvenance, Series } from "../schemas";
import { currentMarket } from "./current-market";

/** What mining stands on, day by day. */
const MINING = ["btc_price", "difficulty_mean", "difficulty", "block_height", "block_count", "fees_btc"] as const;
type MiningSeries = (typeof MINING)[number];

export type MiningHistory = {
  /** Values by day, as 2026-01-31, as far as they are known. */
  series: Record<MiningSeries, ReadonlyMap<string, number>>;
  /** Moments at which the height of the chain is known besides the series' own. */
  heights: { ms: number; height: number }[];
  /** Where price and difficulty come from, which everything hangs on. */
  provenance: Record<"btc_price" | "difficulty", HistoryProvenance>;
};

/** The daily history that mining stands on, between two days (inclusive). */
export async function miningHistory(ctx: Ctx, period: { from: string; to: string }): Promise<MiningHistory> {
  const [{ series, epochs }, market] = await Promise.all([
    inOwnUnit(ctx, "market.mining-history", async (own) => ({
      series: await readSeries(own, MINING, period),
      epochs: await allEpochs(own),
    })),
    currentMarket(ctx),
  ]);
  const now = ctx.now();
  const { as_of, value: height } = market.block_height;
  const byDay = (name: MiningSeries) => new Map(series[name].map(({ day, value }) => [day, value]));
  return {
    series: Object.fromEntries(MINING.map((name) => [name, byDay(name)])) as MiningHistory["series"],
    heights: [
      ...epochs.map(({ startTime, startHeight }) => ({ ms: startTime.getTime(), height: startHeight })),
      { ms: as_of === null ? now.getTime() : Date.parse(as_of), height },
    ],
    provenance: {
      btc_price: historyProvenance(series.btc_price, now),
      difficulty: historyProvenance(
        series.difficulty_mean.length > 0 ? series.difficulty_mean : series.difficulty,
        now,
      ),
    },
  };
}

/** The first and last day on which both price and difficulty are known; null where there are none. */
export async function miningHistoryRange(ctx: Ctx): Promise<{ from: string; to: string } | null> {
  const [price, difficulty] = await inOwnUnit(ctx, "market.mining-history-range", async (own) => [
    await seriesRange(own, "btc_price"),
    await seriesRange(own, "difficulty"),
  ]);
  if (!price || !difficulty) return null;
  const range = { from: max(price.from, difficulty.from), to: min(price.to, difficulty.to) };
  return range.from <= range.to ? range : null;
}

const max = (a: string, b: string): string => (a > b ? a : b);
const min = (a: string, b: string): string => (a < b ? a : b);
