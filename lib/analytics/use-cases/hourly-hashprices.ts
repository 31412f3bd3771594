import { hashpricesOfDays, type MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { isoDate } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { currentHashprice, knownMiningDays } from "@/lib/market/index";
import { at, type Column } from "../core/column";
import type { CurtailmentSimulationInput } from "../core/curtailment/simulation-schemas";

const MS_PER_HOUR = 3_600_000;

/** Dollars a PH/s and day, gross, in each hour: given, or each day's where history knows them all, or today's. */
export async function hashpricesOf(
  ctx: QueryCtx,
  { hashprice_usd_per_ph_day: given, start }: CurtailmentSimulationInput,
  hours: number,
): Promise<{ hourly: Column; source: string }> {
  const same = (usd: number) => new Float64Array(hours).fill(usd);
  if (given !== undefined) return { hourly: same(given), source: "given" };
  const startMs = Date.parse(start);
  const period = { from: isoDate(startMs), to: isoDate(startMs + (hours - 1) * MS_PER_HOUR) };
  const { history } = await knownMiningDays(ctx, period);
  if (history) return { hourly: hourlyOf(history, startMs, hours), source: "history" };
  const { value, source } = await currentHashprice(ctx);
  return { hourly: same(value), source };
}

function hourlyOf(history: MiningDays, startMs: number, hours: number): Column {
  const daily = hashpricesOfDays(history);
  const firstDay = Math.floor(startMs / MS_PER_DAY);
  return Float64Array.from({ length: hours }, (_, hour) =>
    at(daily, Math.floor((startMs + hour * MS_PER_HOUR) / MS_PER_DAY) - firstDay),
  );
}
