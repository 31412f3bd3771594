import type { UnitOfWork } from "@/lib/kernel/context";
import type { Keeper } from "@/lib/machines/index";
import { ask } from "@/lib/platform/unit-of-work";
import type { BinSums } from "../core/portfolio/break-even-bins";
import type { Totals } from "../core/portfolio/portfolio-of";
import { type TotalsRow, totalsOf } from "./portfolio-totals";

type InUnit = { unit: UnitOfWork };

/** What machines of one model or site have in common, summed up exactly. */
export type GroupSums = Record<
  | "rows"
  | "machines"
  | "hashrate_th"
  | "power_w"
  | "daily_revenue"
  | "daily_cost"
  | "daily_profit"
  | "losing_machines"
  | "losing_usd_day",
  number
>;
export type Group = GroupSums & { key: string | null };

/** All of one moment: the totals as they were computed, and the sums that add up to them. */
export type GroupedPortfolio = {
  /** Nothing before the first computation. */
  totals: Totals | undefined;
  all: GroupSums;
  byModel: Group[];
  bySite: Group[];
  bins: BinSums[];
};

/** How break-even hashprices are put into bins; `paid` is the part of the hashprice that is paid. */
type Cut = { paid: number; stepUsd: number; last: number };

/** A portfolio by model, by site and by the hashprice that its machines need: one statement, which sees one moment. */
export async function readGroups(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  { paid, stepUsd, last }: Cut,
): Promise<GroupedPortfolio> {
  const rows = await ask<Row & (TotalsRow | NoTotals)>(ctx, {
    name: "portfolio-groups",
    text: `with figures as (
      select u.miner_model_id as model, u.site, f.quantity, f.hashrate_th, f.power_w, f.daily_revenue, f.daily_cost,
        f.daily_profit, f.daily_profit < 0 as loses,
        greatest(-1, least($5, floor(f.daily_cost * 1000 / (f.hashrate_th * $3::numeric) / $4::numeric)))::int as bin
      from portfolio_machines f
      join user_miners u on u.tenant_id = f.tenant_id and u.user_id = f.user_id and u.id = f.machine_id
      where f.tenant_id = $1 and f.user_id = $2
    ), sums as (
      select case grouping(model, site, bin) when 3 then 'model' when 5 then 'site' when 6 then 'bin' else 'all' end as by,
        coalesce(model, site, bin::text) as key, count(*) as group_rows, coalesce(sum(quantity), 0) as group_machines,
        coalesce(sum(hashrate_th), 0) as group_hashrate_th, coalesce(sum(power_w), 0) as group_power_w,
        coalesce(sum(daily_revenue), 0) as group_revenue, coalesce(sum(daily_cost), 0) as group_cost,
        coalesce(sum(daily_profit), 0) as group_profit,
        coalesce(sum(quantity) filter (where loses), 0) as losing_machines,
        coalesce(sum(hashrate_th) filter (where loses), 0) as losing_th,
        coalesce(sum(daily_profit) filter (where loses), 0) as losing_usd_day
      from figures group by grouping sets ((model), (site), (bin), ())
    )
    select s.*, t.machines, t.hashrate_th, t.power_w, t.daily_revenue, t.daily_cost, t.daily_profit, t.price_assumed,
      t.as_of, t.state, t.computed_at, t.up_to_version
    from sums s
    left join portfolio_totals t on t.tenant_id = $1 and t.user_id = $2 order by s.group_hashrate_th desc, s.key`,
    values: [tenantId, userId, paid, stepUsd, last],
  });
  const of = (by: Row["by"]) => rows.filter((row) => row.by === by);
  const [all] = of("all");
  if (!all) throw new Error("a sum over everything is always there");
  const bins = of("bin").map((row) => ({
    bin: Number(row.key),
    earning_th: Number(row.group_hashrate_th) - Number(row.losing_th),
    losing_th: Number(row.losing_th),
    machines: Number(row.group_machines),
  }));
  return {
    totals: all.computed_at === null ? undefined : totalsOf(all),
    all: sumsOf(all),
    byModel: of("model").map(groupOf),
    bySite: of("site").map(groupOf),
    bins,
  };
}

/** Numbers come as text, whatever their size. */
type Row = Record<
  | "group_rows"
  | "group_machines"
  | "group_hashrate_th"
  | "group_power_w"
  | "group_revenue"
  | "group_cost"
  | "group_profit"
  | "losing_machines"
  | "losing_th"
  | "losing_usd_day",
  string
> & { by: "model" | "site" | "bin" | "all"; key: string | null };
type NoTotals = { computed_at: null };

const groupOf = (row: Row): Group => ({ key: row.key, ...sumsOf(row) });

const sumsOf = (row: Row): GroupSums => ({
  rows: Number(row.group_rows),
  machines: Number(row.group_machines),
  hashrate_th: Number(row.group_hashrate_th),
  power_w: Number(row.group_power_w),
  daily_revenue: Number(row.group_revenue),
  daily_cost: Number(row.group_cost),
  daily_profit: Number(row.group_profit),
  losing_machines: Number(row.losing_machines),
  losing_usd_day: Number(row.losing_usd_day),
});
