import { SERIES, type Series } from "../schemas";
import type { DayValue } from "./history";

/** What a value of a daily series may be at all, from the first block on. */
const BOUNDS: { readonly [S in Series]: { min: number; max: number } } = {
  btc_price: { min: 0.000_001, max: 1e8 },
  difficulty: { min: 1, max: 1e18 },
  difficulty_mean: { min: 1, max: 1e18 },
  network_hashrate: { min: 0, max: 1e6 },
  block_height: { min: 0, max: 6_929_999 },
  block_count: { min: 0, max: 1_000 },
  fees_btc: { min: 0, max: 100_000 },
  tx_count: { min: 0, max: 1e8 },
  market_cap: { min: 0, max: 1e15 },
  fear_greed_index: { min: 0, max: 100 },
};

/** The first satoshi was mined on this day. */
export const FIRST_DAY = "2009-01-03";

/** Why a daily value is not believed, or `null`. */
export function implausibleDay({ series, day, value }: DayValue, today: string): string | null {
  const { min, max } = BOUNDS[series];
  if (day < FIRST_DAY) return `${day} is before the first block (${FIRST_DAY})`;
  if (day > today) return `${day} is in the future`;
  if (!Number.isFinite(value)) return `${series} is not a number`;
  return value < min || value > max ? `${series} ${value} is outside ${min} to ${max} (${SERIES[series]})` : null;
}
