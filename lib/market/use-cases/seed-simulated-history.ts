import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { command } from "@/lib/kernel/use-case";
import { composeMarket } from "../core/compose-market";
import { simulateHistory } from "../core/simulate-history";
import { dropSimulated, saveDays, seriesWithHistory } from "../data/days";
import { readMarketFacts } from "../data/market-facts";
import { REAL_HISTORY_DAYS } from "./backfill-history";

export const SIMULATION_SEED = 21_000_000;
const FIVE_YEARS = 1826;

/**
 * Five simulated years up to yesterday for the demo, ending at today's figures and labelled `simulated`. A day that
 * has a real value keeps it, and a series with a real history gets no simulated day.
 */
export const seedSimulatedHistory = command({
  name: "market.history.simulate",
  permission: "system",
  input: z.strictObject({
    seed: z.int().min(0).default(SIMULATION_SEED),
    days: z.int().min(2).max(5000).default(FIVE_YEARS),
  }),
  output: z.object({ inserted: z.int(), updated: z.int(), unchanged: z.int() }),
  async run(ctx, { seed, days }) {
    const now = ctx.now();
    const market = composeMarket(await readMarketFacts(ctx), now);
    const real = await seriesWithHistory(ctx, REAL_HISTORY_DAYS);
    const simulated = simulateHistory({
      seed,
      days,
      until: isoDate(now.getTime() - MS_PER_DAY),
      btcPrice: market.btc_price.value,
      difficulty: market.difficulty.value,
    }).filter((day) => !real.includes(day.series));
    await dropSimulated(ctx, real);
    const saved = await saveDays(ctx, simulated, { origin: "simulated", source: "simulation", now });
    ctx.audit({ entity: "market_days", id: "simulate", after: { seed, days, ...saved } });
    return saved;
  },
});
