import type { UnitOfWork } from "@/lib/kernel/context";
import type { Keeper } from "@/lib/machines/index";
import { FigureState } from "@/lib/market/schemas";
import { tx } from "@/lib/platform/db";
import type { PortfolioTotals } from "@/prisma/generated/client";
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
  const rows = await (await tx(ctx)).$queryRaw<{ version: bigint }[]>`
    insert into portfolio_totals (tenant_id, user_id, machines, hashrate_th, power_w, daily_revenue, daily_cost,
      daily_profit, price_assumed, state, computed_at, up_to_version, version)
    values (${tenantId}::uuid, ${userId}::uuid, 0, 0, 0, 0, 0, 0, 0, 'default', ${now}, ${upToVersion}, 1)
    on conflict (tenant_id, user_id) do update set version = portfolio_totals.version + 1,
      up_to_version = greatest(portfolio_totals.up_to_version, excluded.up_to_version)
    returning version`;
  return Number(rows[0]?.version);
}

type Sums = Pick<
  PortfolioTotals,
  "machines" | "hashrateTh" | "powerW" | "dailyRevenue" | "dailyCost" | "dailyProfit" | "priceAssumed" | "asOf"
>;

/** The sums over what is kept of the machines, which are exact; and in which states of the market they were computed. */
export async function sumUp(ctx: InUnit, { tenantId, userId }: Keeper): Promise<{ sums: Sums; states: FigureState[] }> {
  const rows = await (await tx(ctx)).$queryRaw<(Sums & { states: string[] })[]>`
    select coalesce(sum(quantity), 0) as "machines", coalesce(sum(hashrate_th), 0) as "hashrateTh",
      coalesce(sum(power_w), 0) as "powerW", coalesce(sum(daily_revenue), 0) as "dailyRevenue",
      coalesce(sum(daily_cost), 0) as "dailyCost", coalesce(sum(daily_profit), 0) as "dailyProfit",
      coalesce(sum(quantity) filter (where is_price_assumed), 0) as "priceAssumed", min(as_of) as "asOf",
      coalesce(array_agg(distinct state) filter (where state is not null), '{}') as "states"
    from portfolio_machines where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`;
  const [row] = rows;
  if (!row) throw new Error("an aggregate has one row");
  const { states, ...sums } = row;
  return { sums, states: states.map((state) => FigureState.parse(state)) };
}

/** Keeps the totals, in the row that `raiseTotals` holds. */
export async function keepTotals(
  ctx: InUnit,
  keeper: Keeper,
  data: Sums & { state: FigureState; computedAt: Date },
): Promise<Totals> {
  return totalsOf(await (await tx(ctx)).portfolioTotals.update({ where: { tenantId_userId: keeper }, data }));
}

/** The totals as they were computed last; nothing before the first time. */
export async function readTotals(ctx: InUnit, keeper: Keeper): Promise<Totals | undefined> {
  const row = await (await tx(ctx)).portfolioTotals.findUnique({ where: { tenantId_userId: keeper } });
  return row ? totalsOf(row) : undefined;
}

const totalsOf = (row: PortfolioTotals): Totals => ({
  machines: Number(row.machines),
  hashrate_th: row.hashrateTh.toNumber(),
  power_w: row.powerW.toNumber(),
  daily_revenue: row.dailyRevenue.toNumber(),
  daily_cost: row.dailyCost.toNumber(),
  daily_profit: row.dailyProfit.toNumber(),
  machines_at_assumed_price: Number(row.priceAssumed),
  as_of: row.asOf?.toISOString() ?? null,
  state: FigureState.parse(row.state),
  computed_at: row.computedAt.toISOString(),
  up_to_version: Number(row.upToVersion),
});
