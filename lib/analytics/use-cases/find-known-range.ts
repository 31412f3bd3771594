import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { NoInput, query } from "@/lib/kernel/use-case";
import { miningHistory, miningHistoryRange } from "@/lib/market/index";
import { heightAt } from "../core/replay/block-heights";
import { lastHalvingDay } from "../core/replay/last-halving";
import { endsOfDays } from "../core/replay/market-history";
import { KnownRange } from "../schemas";

const DAYS_AROUND = 3;

/** How far history reaches, and when the subsidy was last halved in it; null where nothing is known. For pages to offer. */
export const findKnownRange = query({
  name: "analytics.history.range",
  permission: "analytics:read",
  input: NoInput,
  output: KnownRange.nullable(),
  async run(ctx) {
    const range = await miningHistoryRange(ctx);
    return range && { ...range, last_halving: await lastHalving(ctx, range.to) };
  },
});

/** First by the heights of the epochs, then by those of the days around. */
async function lastHalving(ctx: QueryCtx, to: string): Promise<string | null> {
  const untilMs = utcDateMs(to) + MS_PER_DAY - 1;
  const near = async (day: string) => {
    const around = (days: number) => isoDate(utcDateMs(day) + days * MS_PER_DAY);
    const { heights, series } = await miningHistory(ctx, { from: around(-DAYS_AROUND), to: around(DAYS_AROUND) });
    const height = heightAt([...heights, ...endsOfDays(series.blockHeight)]);
    return height && lastHalvingDay(height, untilMs);
  };
  const roughly = await near(to);
  return roughly && near(roughly);
}
