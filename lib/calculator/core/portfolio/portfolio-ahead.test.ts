import fc from "fast-check";
import { expect, it } from "vitest";
import { calculateExample, EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { marketOfInput } from "../market-facts";
import { yearRows } from "../year-rows";
import { machineFigures } from "./machine-figures";
import { portfolioAhead } from "./portfolio-ahead";

const facts = marketOfInput(EXAMPLE_MARKET);
if (!facts) throw new Error("the example's market is complete");
const market = { facts, as_of: null, state: "manual" as const, today: "2026-01-01" };

const machine = fc.record({
  quantity: fc.integer({ min: 1, max: 5_000 }),
  hashrate_th: fc.integer({ min: 50, max: 900 }),
  power_w: fc.integer({ min: 800, max: 12_000 }),
  electricity_cost: fc.integer({ min: -100, max: 300 }).map((mills) => mills / 1_000),
});

const near = (actual: number, wanted: number) => Math.abs(actual - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));

it("is the sum of what the calculator projects for each machine, year by year", () => {
  const years = fc.array(machine, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(years, (machines) => {
      const fleet = { hashrate_th: 0, power_w: 0, daily_cost: 0 };
      const wanted = [0, 1, 2].map(() => ({ revenue: 0, cost: 0, mined_sats: 0 }));
      for (const one of machines) {
        const figures = machineFigures({ ...one, id: "m" }, market);
        fleet.hashrate_th += figures.hashrate_th;
        fleet.power_w += figures.power_w;
        fleet.daily_cost += figures.daily_cost;
        for (const [index, year] of yearRows(calculateExample(one).chart_data).entries()) {
          const sum = wanted[index] ?? { revenue: 0, cost: 0, mined_sats: 0 };
          sum.revenue += year.revenue;
          sum.cost += year.cost;
          sum.mined_sats += year.mined_sats;
        }
      }
      const found = portfolioAhead(fleet, market).years;
      return found.every((year, index) => {
        const { revenue = 0, cost = 0, mined_sats = 0 } = wanted[index] ?? {};
        const gross = Math.max(1, Math.abs(revenue) + Math.abs(cost));
        return (
          near(year.revenue, revenue) &&
          Math.abs(year.cost - cost) <= 1e-6 * gross &&
          near(year.mined_sats, mined_sats) &&
          Math.abs(year.profit - (revenue - cost)) <= 1e-6 * gross
        );
      });
    }),
    { numRuns: 40 },
  );
});

it("looks thirty days ahead at the difficulty of each day, and names what it assumes", () => {
  const one = { id: "m", quantity: 10, hashrate_th: 200, power_w: 3_500, electricity_cost: 0.06 };
  const today = machineFigures(one, market);
  const { days_30: days, years, assumptions, next_halving } = portfolioAhead(today, market);
  expect([days.from, days.to]).toEqual(["2026-01-01", "2026-01-30"]);
  expect(days.cost).toBeCloseTo(30 * today.daily_cost, 8);
  // The difficulty of the first epoch is today's, and grows by one per cent after it.
  expect(days.revenue).toBeLessThan(30 * today.daily_revenue);
  expect(days.revenue).toBeGreaterThan((30 * today.daily_revenue) / 1.01 ** 3);
  expect(years.map(({ from, to }) => [from, to])).toEqual([
    ["2026-01-01", "2026-12-31"],
    ["2027-01-01", "2027-12-31"],
    ["2028-01-01", "2028-12-31"],
  ]);
  expect(assumptions).toMatchObject({ horizon_months: 36, difficulty_growth_pct_epoch: 1, price_growth_pct_month: 0 });
  expect(next_halving).toMatchObject({ block_height: 1_050_000, inside_horizon: true });
});
