import type { PortfolioGroups, PortfolioSums } from "./summary-schemas";

/** Sums over rows, as they are read. */
type Sums = Omit<PortfolioSums, "break_even_usd_per_kwh">;
type Keyed = Sums & { key: string | null };

/** As many groups are told one by one; a page of more would say nothing. */
const MOST_GROUPS = 200;

/** Sums with the price of power at which they come to nothing. `kwhPerWattDay`: what each watt uses. */
export const withBreakEven = (sums: Sums, kwhPerWattDay: number): PortfolioSums => ({
  ...sums,
  break_even_usd_per_kwh: sums.power_w === 0 ? null : sums.daily_revenue / (sums.power_w * kwhPerWattDay),
});

/** Groups as they are told: the first ones each for itself, all others together, so that they add up to the whole. */
export function groupsOf(
  groups: readonly Keyed[],
  nameOf: (key: string) => string,
  kwhPerWattDay: number,
): PortfolioGroups {
  const others = groups.slice(MOST_GROUPS);
  return {
    items: groups.slice(0, MOST_GROUPS).map(({ key, ...sums }) => ({
      group: key,
      name: key === null ? null : nameOf(key),
      ...withBreakEven(sums, kwhPerWattDay),
    })),
    others:
      others.length === 0 ? null : withBreakEven(others.map(({ key: _, ...sums }) => sums).reduce(add), kwhPerWattDay),
    others_count: others.length,
  };
}

const add = (one: Sums, other: Sums): Sums => ({
  rows: one.rows + other.rows,
  machines: one.machines + other.machines,
  hashrate_th: one.hashrate_th + other.hashrate_th,
  power_w: one.power_w + other.power_w,
  daily_revenue: one.daily_revenue + other.daily_revenue,
  daily_cost: one.daily_cost + other.daily_cost,
  daily_profit: one.daily_profit + other.daily_profit,
  losing_machines: one.losing_machines + other.losing_machines,
  losing_usd_day: one.losing_usd_day + other.losing_usd_day,
});
