import { networkHashrateHs, TARGET_BLOCK_SECONDS } from "@/lib/kernel/bitcoin/hashprice";
import { HASHES_PER_EH } from "@/lib/kernel/units";
import type { KnownFigure, MarketSnapshot } from "../schemas";
import { weakest } from "./compose-market";
import type { StoredDay } from "./history";
import { answered, type Column, columnOf } from "./indicators/column";
import { sma } from "./indicators/moving-averages";

/**
 * Measured hashrate against the one that today's difficulty stands for. Their gap is luck as far as the mean block
 * interval of the same window explains it: 520 s instead of 600 s is 15.4 % more blocks than expected.
 */
export function hashrateGap(market: MarketSnapshot) {
  const measured = market.network_hashrate_ehs;
  const implied: KnownFigure = {
    value: networkHashrateHs(market.difficulty.value) / HASHES_PER_EH,
    ...weakest([market.difficulty]),
  };
  const wasMeasured = measured.state === "live" || measured.state === "stale";
  const interval = market.block_interval_s.value;
  return {
    current: measured,
    implied_by_difficulty_ehs: implied,
    gap_pct: wasMeasured ? (measured.value / implied.value - 1) * 100 : null,
    luck_pct: wasMeasured && interval !== null ? (TARGET_BLOCK_SECONDS / interval - 1) * 100 : null,
  };
}

/** Daily hashrate with its means over 7 and 30 days, and how those means have moved. */
export function hashrateHistory(days: readonly StoredDay[]) {
  const values = columnOf(days.map((day) => day.value));
  const week = sma(values, 7);
  const month = sma(values, 30);
  const move = (means: Column, span: number): number | null => {
    const [last, before] = [answered(means.at(-1)), answered(means.at(-1 - span))];
    return last === null || before === null || before === 0 ? null : (last / before - 1) * 100;
  };
  return {
    points: days.map(({ day, value }, index) => ({
      date: day,
      value,
      mean_7d: answered(week[index]),
      mean_30d: answered(month[index]),
    })),
    change_7d_pct: move(week, 7),
    change_30d_pct: move(month, 30),
  };
}
