import type { BatchTotals, CalculatedRow } from "./schemas";

/** The sums over the rows that are ok, in their order. */
export function batchTotals(results: readonly (CalculatedRow | { ok: false })[]): BatchTotals {
  const sums = {
    ...{ rows_ok: 0, rows_refused: 0, rows_losing: 0, machines: 0, hashrate_th: 0, power_w: 0 },
    ...{ daily_revenue: 0, daily_cost: 0, daily_profit: 0, daily_revenue_sats: 0 },
  };
  for (const result of results) {
    if (!result.ok) {
      sums.rows_refused++;
      continue;
    }
    sums.rows_ok++;
    if (result.daily_profit < 0) sums.rows_losing++;
    sums.machines += result.quantity;
    sums.hashrate_th += result.machine.hashrate_th * result.quantity;
    sums.power_w += result.machine.power_w * result.quantity;
    sums.daily_revenue += result.daily_revenue;
    sums.daily_cost += result.daily_cost;
    sums.daily_profit += result.daily_profit;
    sums.daily_revenue_sats += result.daily_revenue_sats;
  }
  return { ...sums, efficiency_j_per_th: sums.hashrate_th > 0 ? sums.power_w / sums.hashrate_th : null };
}
