import { hashpricesOfDays, type MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { query } from "@/lib/kernel/use-case";
import { knownMiningDays, miningHistoryRange } from "@/lib/market/index";
import { TIMEFRAMES } from "@/lib/market/schemas";
import { analyticsContract } from "../contract";
import { at } from "../core/column";
import type { AnalyticsDataInput } from "../schemas";

const { input, output, permission } = analyticsContract.data;
type Period = { from: string; to: string };

/** What mining stood on between two days, as far as it is known; a timeframe ends where history does. */
export const getAnalyticsData = query({
  name: "analytics.data.get",
  permission,
  input,
  output,
  async run(ctx, asked) {
    const known = await miningHistoryRange(ctx);
    const period = known && within(known, asked);
    const found = period && (await knownMiningDays(ctx, period));
    if (!period || !found?.history) return { from: null, to: null, known, days: [], carried_days: [], market: null };
    const { history, provenance } = found;
    return {
      from: period.from,
      to: period.to,
      known,
      days: daysOf(history),
      carried_days: [...history.carried],
      market: provenance,
    };
  },
});

/** What of a wish is known; null: nothing. */
function within(known: Period, { timeframe, from, to }: AnalyticsDataInput): Period | null {
  const isGiven = from !== undefined || to !== undefined;
  const count = TIMEFRAMES[timeframe];
  const first = isGiven ? from : count === null ? undefined : isoDate(utcDateMs(known.to) - count * MS_PER_DAY);
  const period = {
    from: first !== undefined && first > known.from ? first : known.from,
    to: to !== undefined && to < known.to ? to : known.to,
  };
  return period.from <= period.to ? period : null;
}

function daysOf(history: MiningDays) {
  const hashprices = hashpricesOfDays(history);
  return history.days.map((date, day) => ({
    date,
    btc_price: at(history.price, day),
    difficulty: at(history.difficulty, day),
    hashprice_usd_per_ph_day: at(hashprices, day),
    block_subsidy_sats: at(history.subsidy, day),
    fees_sats_per_block: at(history.fees, day),
  }));
}
