import { z } from "zod";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { command } from "@/lib/kernel/use-case";
import { composeMarket } from "../core/compose-market";
import { type Ends, fiveYearsBefore, simulateHistory } from "../core/simulate-history";
import { lastSimulated, saveDays, seriesWithHistory } from "../data/days";
import { readMarketFacts } from "../data/market-facts";
import { REAL_HISTORY_DAYS } from "./backfill-history";

const SEED = 21_000_000;
const FIVE_YEARS = 1826;

/**
 * Five simulated years up to yesterday for the demo, ending at today's figures and labelled `simulated`. Run again it
 * adds the days since. A day that has a real value keeps it; a series with a real history gets no simulated day.
 */
export const seedSimulatedHistory = command({
  name: "market.history.simulate",
  permission: "system",
  input: z.strictObject({ seed: z.int().min(0).default(SEED), days: z.int().min(2).max(5000).default(FIVE_YEARS) }),
  output: z.object({ inserted: z.int(), updated: z.int(), unchanged: z.int() }),
  async run(ctx, { seed, days }) {
    const now = ctx.now();
    const until = isoDate(now.getTime() - MS_PER_DAY);
    const { btc_price, difficulty } = composeMarket(await readMarketFacts(ctx), now);
    const last = { btcPrice: btc_price.value, difficulty: difficulty.value };
    const stretch = (await sinceLastTime(ctx, until)) ?? { days, first: fiveYearsBefore(last), after: "" };
    const real = await seriesWithHistory(ctx, REAL_HISTORY_DAYS);
    const simulated = stretch.days < 2 ? [] : simulateHistory({ seed, until, last, ...stretch });
    const saved = await saveDays(
      ctx,
      simulated.filter(({ series, day }) => day > stretch.after && !real.includes(series)),
      { origin: "simulated", source: "simulation", now },
    );
    ctx.audit({ entity: "market_days", id: "simulate", after: { seed, ...stretch, ...saved } });
    return saved;
  },
});

/** From the last simulated day, which keeps its values, up to yesterday; `null` when there is none yet. */
async function sinceLastTime(
  ctx: QueryCtx,
  until: string,
): Promise<{ days: number; first: Ends; after: string } | null> {
  const last = await lastSimulated(ctx);
  if (!last) return null;
  const days = (utcDateMs(until) - utcDateMs(last.day)) / MS_PER_DAY + 1;
  return { days: Math.max(0, days), first: last, after: last.day };
}
