import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { disconnectDatabase } from "@/lib/platform/db";
import { testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { drawHeatmap } from "./draw-heatmap";

beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(disconnectDatabase);

const MARKET = { btc_price: 95_000, difficulty: 1.25e14, block_height: 930_000, fees_sats_per_block: 5_000_000 };
const MACHINE = { miner_model: "Antminer S21 200T", electricity_cost: 0.06, machine_price_usd: 3_000, market: MARKET };

it("has in every cell the calculator's answer, whatever the figure and the rows", async () => {
  const ctx = (await testTenant()).ctx("client");
  const cases = fc.record({
    figure: fc.constantFrom("daily_profit", "cumulative_profit", "npv_usd", "irr_pct", "roi_days"),
    against: fc.constantFrom("difficulty", "electricity"),
    quantity: fc.integer({ min: 1, max: 50 }),
    uptime_pct: fc.integer({ min: 1, max: 100 }),
    difficulty_growth_pct_epoch: fc.integer({ min: -3, max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ figure, against, ...more }) => {
      const machine = { ...MACHINE, ...more };
      const price = { from: 20_000, to: 200_000, steps: 3 };
      const drawn = await drawHeatmap.execute(ctx, { ...machine, figure, against, price });
      for (const row of drawn.rows)
        for (const [at, btc_price] of drawn.prices.entries()) {
          const single = await calculateProfitability.execute(ctx, {
            ...machine,
            electricity_cost: against === "electricity" ? row.at : machine.electricity_cost,
            market: { ...MARKET, btc_price, difficulty: against === "difficulty" ? row.at : MARKET.difficulty },
          });
          const wanted = {
            daily_profit: single.daily_profit,
            cumulative_profit: single.chart_data.at(-1)?.cumulative_profit,
            npv_usd: single.investment.npv_usd,
            irr_pct: single.investment.irr_pct,
            roi_days: single.roi_days,
          };
          expect(row.values[at]).toBe(wanted[figure as keyof typeof wanted]);
        }
    }),
    { numRuns: 10 },
  );
});

it("draws the line on which a day's profit is zero where the calculator breaks even", async () => {
  const ctx = (await testTenant()).ctx("client");
  const drawn = await drawHeatmap.execute(ctx, { ...MACHINE, price: { from: 1_000, to: 200_000, steps: 5 } });
  for (const { at, zero_price } of drawn.rows) {
    const market = { ...MARKET, difficulty: at };
    const { break_even } = await calculateProfitability.execute(ctx, { ...MACHINE, market });
    expect((zero_price ?? 0) / (break_even.operating.btc_price_usd ?? 0)).toBeCloseTo(1, 9);
  }
  const dear = await drawHeatmap.execute(ctx, { ...MACHINE, price: { from: 150_000, to: 200_000, steps: 2 } });
  expect(dear.rows[0]?.zero_price, "it is not between the columns").toBeNull();
});

it("says the figure as things are, and the price at which it would be zero", async () => {
  const ctx = (await testTenant()).ctx("client");
  const single = await calculateProfitability.execute(ctx, MACHINE);
  for (const against of ["difficulty", "electricity"]) {
    const { here } = await drawHeatmap.execute(ctx, { ...MACHINE, against, price: { from: 1_000, to: 200_000 } });
    expect(here.value).toBe(single.daily_profit);
    expect((here.zero_price ?? 0) / (single.break_even.operating.btc_price_usd ?? 0)).toBeCloseTo(1, 9);
  }
});

it("says what is wrong with an axis", async () => {
  const ctx = (await testTenant()).ctx("client");
  await expect(
    drawHeatmap.execute(ctx, { ...MACHINE, price: { from: 5, to: 5 }, difficulty: { from: 1, to: 2, steps: 1_000 } }),
  ).rejects.toMatchObject({
    code: "validation",
    details: { errors: [{ path: "price.to" }, { path: "difficulty.steps" }] },
  });
});
