import type { GoodFleetRow } from "./schemas";

/** What has one name in common (a model, a site); null: none. Sums over its rows. */
export type FleetGroup = {
  name: string | null;
  rows: number;
  machines: number;
  hashrate_th: number;
  power_w: number;
  daily_revenue: number;
  daily_cost: number;
  daily_profit: number;
};

/** A fleet's rows by what `nameOf` says of each, those with most machines first. */
export function fleetGroups(rows: readonly GoodFleetRow[], nameOf: (row: GoodFleetRow) => string | null): FleetGroup[] {
  const groups = new Map<string | null, FleetGroup>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name) ?? {
      ...{ name, rows: 0, machines: 0, hashrate_th: 0, power_w: 0, daily_revenue: 0, daily_cost: 0, daily_profit: 0 },
    };
    groups.set(name, group);
    group.rows++;
    group.machines += row.quantity;
    group.hashrate_th += row.machine.hashrate_th * row.quantity;
    group.power_w += row.machine.power_w * row.quantity;
    group.daily_revenue += row.daily_revenue;
    group.daily_cost += row.daily_cost;
    group.daily_profit += row.daily_profit;
  }
  return [...groups.values()].toSorted((a, b) => b.machines - a.machines);
}
