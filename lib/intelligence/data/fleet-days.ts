import type { UnitOfWork } from "@/lib/kernel/context";
import { ask } from "@/lib/platform/unit-of-work";
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

/** Adds to a person's days: changes add up, totals take the place of older ones. One statement, however many days. */
export async function putFleetDays(
  ctx: { unit: UnitOfWork },
  { tenantId, userId, now }: Of,
  days: readonly FleetDay<FleetTotals>[],
): Promise<void> {
  if (days.length === 0) return;
  await ask(ctx, {
    name: "fleet-days-put",
    text: `insert into fleet_days (tenant_id, user_id, day, changes, totals_version, updated_at,
        machines, hashrate_th, power_w, daily_revenue_usd, daily_cost_usd, daily_profit_usd)
      select $1, $2, day, changes, totals_version, $3, machines, hashrate_th, power_w, daily_revenue, daily_cost, daily_profit
      from json_to_recordset($4) as given (day date, changes int, totals_version bigint,
        machines int, hashrate_th numeric, power_w numeric, daily_revenue numeric, daily_cost numeric, daily_profit numeric)
      order by day
      on conflict (tenant_id, user_id, day) do update set
        changes = fleet_days.changes + excluded.changes,
        updated_at = excluded.updated_at,
        (totals_version, machines, hashrate_th, power_w, daily_revenue_usd, daily_cost_usd, daily_profit_usd) = (
          select newest.*
          from (values
            (excluded.totals_version, excluded.machines, excluded.hashrate_th, excluded.power_w,
              excluded.daily_revenue_usd, excluded.daily_cost_usd, excluded.daily_profit_usd),
            (fleet_days.totals_version, fleet_days.machines, fleet_days.hashrate_th, fleet_days.power_w,
              fleet_days.daily_revenue_usd, fleet_days.daily_cost_usd, fleet_days.daily_profit_usd)
          ) as newest (totals_version)
          order by totals_version desc
          limit 1
        )`,
    values: [
      tenantId,
      userId,
      now,
      JSON.stringify(
        days.map(({ day, changes, totals, totalsVersion }) => ({
          ...totals,
          day,
          changes,
          totals_version: totalsVersion,
        })),
      ),
    ],
  });
}
