import { heightAt } from "@/lib/kernel/bitcoin/block-heights";
import { lastHalvingDay } from "@/lib/kernel/bitcoin/last-halving";
import { endsOfDays } from "@/lib/kernel/bitcoin/mining-days";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { Ctx } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { miningHistory } from "./mining-history";

const DAYS_AROUND = 3;

/** The day on which the subsidy was last halved up to a day: first by the heights of epochs, then by those of the days around. */
export async function lastHalving(ctx: Ctx, upTo: string): Promise<string | null> {
  const near = async (day: string) => {
    const around = (days: number) => isoDate(utcDateMs(day) + days * MS_PER_DAY);
    const { heights, series } = await miningHistory(ctx, { from: around(-DAYS_AROUND), to: around(DAYS_AROUND) });
    const height = heightAt([...heights, ...endsOfDays(series.blockHeight)]);
    return height && lastHalvingDay(height, utcDateMs(upTo) + MS_PER_DAY - 1);
  };
  const roughly = await near(upTo);
  return roughly && near(roughly);
}
