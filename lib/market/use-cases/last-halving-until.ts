import { heightAt } from "@/lib/kernel/bitcoin/block-heights";
import { lastHalvingDay } from "@/lib/kernel/bitcoin/last-halving";
import { endsOfDays } from "@/lib/kernel/bitcoin/mining-days";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { Ctx } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { miningHistory } from "./mining-history";

const DAYS_AROUND = 3;

/**
 * The day on which the subsidy was last halved until the end of a day, null before the first time: found by the heights of
 * the epochs, then by those of the days around.
 */
export async function lastHalvingUntil(ctx: Ctx, day: string): Promise<string | null> {
  const untilMs = utcDateMs(day) + MS_PER_DAY - 1;
  const near = async (middle: string) => {
    const around = (days: number) => isoDate(utcDateMs(middle) + days * MS_PER_DAY);
    const { heights, series } = await miningHistory(ctx, { from: around(-DAYS_AROUND), to: around(DAYS_AROUND) });
    const height = heightAt([...heights, ...endsOfDays(series.blockHeight)]);
    return height && lastHalvingDay(height, untilMs);
  };
  const roughly = await near(day);
  return roughly && near(roughly);
}
