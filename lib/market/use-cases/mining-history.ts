import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { StoredDay } from "../core/history";
import { historyProvenance } from "../core/trend";
import { readSeries, seriesRange } from "../data/days";
import { allEpochs } from "../data/epochs";
import type { HistoryProvenance } from "../schemas";
import { currentMarket } from "./current-market";

/** What mining stands on, day by day. */
const MINING = ["btc_price", "difficulty_mean", "difficulty", "block_height", "block_count", "fees_btc"] as const;

export type MiningHistory = {
  /** Values by day, as 2026-01-31, as far as they are known. */
  series: Record<
    "price" | "difficultyMean" | "difficulty" | "blockHeight" | "blockCount" | "feesBtc",
    ReadonlyMap<string, number>
  >;
  /** Moments at which the height of the chain is known besides the series' own. */
  heights: { ms: number; height: number }[];
  /** Where price and difficulty come from, which everything hangs on. */
  provenance: Record<"btc_price" | "difficulty", HistoryProvenance>;
};

/** So many days before a period are read too: what is missing on its first day may be known of an earlier one. */
const DAYS_AHEAD = 14;

/** The daily history that mining stands on, between two days (inclusive), and of the two weeks before. */
export async function miningHistory(ctx: Ctx, period: { from: string; to: string }): Promise<MiningHistory> {
  const [{ series, epochs }, market] = await Promise.all([
    inOwnUnit(ctx, "market.mining-history", async (own) => ({
      series: await readSeries(own, MINING, { from: daysEarlier(period.from, DAYS_AHEAD), to: period.to }),
      epochs: await allEpochs(own),
    })),
    currentMarket(ctx),
  ]);
  const now = ctx.now();
  const inside = (days: readonly StoredDay[]) => days.filter(({ day }) => day >= period.from);
  const { as_of, value: height } = market.block_height;
  const byDay = (name: (typeof MINING)[number]) => new Map(series[name].map(({ day, value }) => [day, value]));
  return {
    series: {
      price: byDay("btc_price"),
      difficultyMean: byDay("difficulty_mean"),
      difficulty: byDay("difficulty"),
      blockHeight: byDay("block_height"),
      blockCount: byDay("block_count"),
      feesBtc: byDay("fees_btc"),
    },
    heights: [
      ...epochs.map(({ startTime, startHeight }) => ({ ms: startTime.getTime(), height: startHeight })),
      { ms: as_of === null ? now.getTime() : Date.parse(as_of), height },
    ],
    provenance: {
      btc_price: historyProvenance(inside(series.btc_price), now),
      difficulty: historyProvenance(
        inside(series.difficulty_mean.length > 0 ? series.difficulty_mean : series.difficulty),
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

const daysEarlier = (day: string, count: number): string => isoDate(utcDateMs(day) - count * MS_PER_DAY);
const max = (a: string, b: string): string => (a > b ? a : b);
const min = (a: string, b: string): string => (a < b ? a : b);
