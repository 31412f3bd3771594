import type { UnitOfWork } from "@/lib/kernel/context";
import type { Keeper } from "@/lib/machines/index";
import { FigureState } from "@/lib/market/schemas";
import { tx } from "@/lib/platform/db";
import { ask } from "@/lib/platform/unit-of-work";
import type { MachineFigures } from "../core/portfolio/machine-figures";
import type { PortfolioMachine } from "../schemas";

type InUnit = { unit: UnitOfWork };

/** What machines earn, and what they are grouped by. */
export type PlacedFigures = MachineFigures & { miner_model_id: string; site: string | null };

/** Keeps what machines earn, in place of what was kept of them. A number of JSON comes into a numeric as it is. */
export async function storeFigures(
  ctx: InUnit,
  { tenantId, userId }: Keeper,
  figures: readonly PlacedFigures[],
): Promise<void> {
  if (figures.length === 0) return;
  await ask(ctx, {
    name: "figures-store",
    text: `insert into portfolio_machines (tenant_id, user_id, machine_id, miner_model_id, site, quantity, hashrate_th, power_w,
      is_price_assumed, daily_revenue, daily_cost, daily_profit, as_of, state)
    select $1, $2, row.*
    from jsonb_to_recordset($3) as row (machine_id uuid, miner_model_id text, site text, quantity int, hashrate_th numeric,
      power_w numeric, is_price_assumed boolean, daily_revenue numeric, daily_cost numeric, daily_profit numeric,
      as_of timestamptz, state text)
    on conflict (tenant_id, user_id, machine_id) do update set miner_model_id = excluded.miner_model_id,
      site = excluded.site, quantity = excluded.quantity,
      hashrate_th = excluded.hashrate_th, power_w = excluded.power_w, is_price_assumed = excluded.is_price_assumed,
      daily_revenue = excluded.daily_revenue, daily_cost = excluded.daily_cost, daily_profit = excluded.daily_profit,
      as_of = excluded.as_of, state = excluded.state`,
    values: [tenantId, userId, JSON.stringify(figures)],
  });
}

/** Forgets what these machines earned, or all of a portfolio's. */
export async function dropFigures(ctx: InUnit, keeper: Keeper, machineIds?: readonly string[]): Promise<void> {
  if (machineIds?.length === 0) return;
  const where = { ...keeper, ...(machineIds ? { machineId: { in: [...machineIds] } } : {}) };
  await (await tx(ctx)).portfolioMachine.deleteMany({ where });
}

/** What machines earn, by their ids; those that were not computed yet are missing. */
export async function readFigures(
  ctx: InUnit,
  keeper: Keeper,
  machineIds: readonly string[],
): Promise<Map<string, NonNullable<PortfolioMachine["figures"]>>> {
  const rows = await (await tx(ctx)).portfolioMachine.findMany({
    where: { ...keeper, machineId: { in: [...machineIds] } },
  });
  return new Map(
    rows.map((row) => [
      row.machineId,
      {
        hashrate_th: row.hashrateTh.toNumber(),
        power_w: row.powerW.toNumber(),
        daily_revenue: row.dailyRevenue.toNumber(),
        daily_cost: row.dailyCost.toNumber(),
        daily_profit: row.dailyProfit.toNumber(),
        as_of: row.asOf?.toISOString() ?? null,
        state: FigureState.parse(row.state),
        is_price_assumed: row.isPriceAssumed,
      },
    ]),
  );
}
