import { expect, it } from "vitest";
import { sortGroups } from "./sort-groups";

const group = (name: string | null, profit: number, breakEven: number | null = 0.1) => ({
  ...{ group: name, name, rows: 1, machines: 1, hashrate_th: 200, power_w: 3500, daily_revenue: 10, daily_cost: 5 },
  ...{ daily_profit: profit, break_even_usd_per_kwh: breakEven, losing_machines: 0, losing_usd_day: 0 },
});
const names = (groups: { name: string | null }[]) => groups.map(({ name }) => name);

it("sorts by name with numbers as numbers, what has none last both ways", () => {
  const groups = [group(null, 1), group("Hall 10", 2), group("hall 2", 3)];
  expect(names(sortGroups(groups, "name", "asc", "en"))).toEqual(["hall 2", "Hall 10", null]);
  expect(names(sortGroups(groups, "name", "desc", "en"))).toEqual(["Hall 10", "hall 2", null]);
});

it("sorts by a figure, losses below gains, and what has no figure lowest", () => {
  const groups = [group("A", -3, null), group("B", 5, 0.2), group("C", 0, -0.1)];
  expect(names(sortGroups(groups, "profit", "desc", "en"))).toEqual(["B", "C", "A"]);
  expect(names(sortGroups(groups, "break_even", "asc", "en"))).toEqual(["A", "C", "B"]);
});
