import { utcDateMs } from "@/lib/kernel/calendar";
import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { FleetDay } from "../core/fleet-days-of";

export type FleetTotals = {
  machines: number;
  hashrate_th: number;
  power_w: number;
  daily_revenue: number;
  daily_cost: number;
  daily_profit: number;
};
type Of = { tenantId: string; userId: string; now: Date };

/** Adds to a person's days: changes add up, totals take the place of older ones. */
export async function putFleetDays(
  ctx: { unit: UnitOfWork },
  { tenantId, userId, now }: Of,
  days: readonly FleetDay<FleetTotals>[],
): Promise<void> {
  const { fleetDay } = await tx(ctx);
  for (const { day: date, changes, totals, totalsVersion } of days) {
    const key = { tenantId, userId, day: new Date(utcDateMs(date)) };
    await fleetDay.upsert({
      where: { tenantId_userId_day: key },
      create: { ...key, changes, updatedAt: now },
      update: { changes: { increment: changes }, updatedAt: now },
      select: { day: true },
    });
    if (totals === null) continue;
    await fleetDay.updateMany({
      where: { ...key, totalsVersion: { lt: totalsVersion } },
      data: {
        machines: totals.machines,
        hashrateTh: totals.hashrate_th,
        powerW: totals.power_w,
        dailyRevenueUsd: totals.daily_revenue,
        dailyCostUsd: totals.daily_cost,
        dailyProfitUsd: totals.daily_profit,
        totalsVersion,
      },
    });
  }
}
