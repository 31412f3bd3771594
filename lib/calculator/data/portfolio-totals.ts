import type { UnitOfWork } from "@/lib/kernel/context";
import type { Keeper } from "@/lib/machines/index";
import { SURENESS } from "@/lib/market/index";
import { FigureState } from "@/lib/market/schemas";
import { ask } from "@/lib/platform/unit-of-work";
import type { Totals } from "../core/portfolio/portfolio-of";

type InUnit = { unit: UnitOfWork };

/**
 * Gives the totals their next version, and holds them to the end of the transaction: of two recalculations the later one
 * sees what the earlier one stored. `upToVersion`: the writes that will be in them; what was in them stays in them.
 */
export async function raiseTotals(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  { upToVersion, now }: { upToVersion: number; now: Date },
): Promise<number> {
  const [row] = await ask<{ version: string }>(ctx, {
    name: "totals-raise",
    text: `insert into portfolio_totals (tenant_id, user_id, machines, hashrate_th, power_w, daily_revenue, daily_cost,
        daily_profit, price_assumed, state, computed_at, up_to_version, version)
      values ($1, $2, 0, 0, 0, 0, 0, 0, 0, 'default', $3, $4, 1)
      on conflict (tenant_id, user_id) do update set version = portfolio_totals.version + 1,
        up_to_version = greatest(portfolio_totals.up_to_version, excluded.up_to_version)
      returning version`,
    values: [tenantId, userId, now, upToVersion],
  });
  return Number(row?.version);
}

/**
 * Sums up what is kept of the machines, which is exact, in the row that `raiseTotals` holds; as old as the oldest and as
 * sure as the least sure of them. `state`: of the market, for a portfolio without machines.
 */
export async function sumUp(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  { state, now }: { state: FigureState; now: Date },
): Promise<Totals> {
  const [row] = await ask<TotalsRow>(ctx, {
    name: "totals-sum-up",
    text: `update portfolio_totals t set machines = s.machines, hashrate_th = s.hashrate_th, power_w = s.power_w,
      daily_revenue = s.daily_revenue, daily_cost = s.daily_cost, daily_profit = s.daily_profit,
      price_assumed = s.price_assumed, as_of = s.as_of, state = s.state, computed_at = $3
    from (
      select coalesce(sum(quantity), 0) as machines, coalesce(sum(hashrate_th), 0) as hashrate_th,
        coalesce(sum(power_w), 0) as power_w, coalesce(sum(daily_revenue), 0) as daily_revenue,
        coalesce(sum(daily_cost), 0) as daily_cost, coalesce(sum(daily_profit), 0) as daily_profit,
        coalesce(sum(quantity) filter (where is_price_assumed), 0) as price_assumed, min(as_of) as as_of,
        coalesce(($4::text[])[max(array_position($4::text[], state))], $5) as state
      from portfolio_machines where tenant_id = $1 and user_id = $2
    ) s
    where t.tenant_id = $1 and t.user_id = $2
    returning t.machines, t.hashrate_th, t.power_w, t.daily_revenue, t.daily_cost, t.daily_profit, t.price_assumed, t.as_of,
      t.state, t.computed_at, t.up_to_version`,
    values: [tenantId, userId, now, SURENESS, state],
  });
  if (!row) throw new Error("totals are raised before they are summed up");
  return totalsOf(row);
}

/** The totals as they were computed last; nothing before the first time. */
export async function readTotals(ctx: InUnit, { tenantId, userId }: Keeper): Promise<Totals | undefined> {
  const [row] = await ask<TotalsRow>(ctx, {
    name: "totals-read",
    text: `select machines, hashrate_th, power_w, daily_revenue, daily_cost, daily_profit, price_assumed, as_of, state,
        computed_at, up_to_version
      from portfolio_totals where tenant_id = $1 and user_id = $2`,
    values: [tenantId, userId],
  });
  return row && totalsOf(row);
}

type Sum = "hashrate_th" | "power_w" | "daily_revenue" | "daily_cost" | "daily_profit";
/** Numbers come as text, whatever their size. */
export type TotalsRow = Record<Sum | "machines" | "price_assumed" | "up_to_version", string> & {
  as_of: Date | null;
  state: string;
  computed_at: Date;
};

export const totalsOf = (row: TotalsRow): Totals => ({
  machines: Number(row.machines),
  hashrate_th: Number(row.hashrate_th),
  power_w: Number(row.power_w),
  daily_revenue: Number(row.daily_revenue),
  daily_cost: Number(row.daily_cost),
  daily_profit: Number(row.daily_profit),
  machines_at_assumed_price: Number(row.price_assumed),
  as_of: row.as_of?.toISOString() ?? null,
  state: FigureState.parse(row.state),
  computed_at: row.computed_at.toISOString(),
  up_to_version: Number(row.up_to_version),
});
