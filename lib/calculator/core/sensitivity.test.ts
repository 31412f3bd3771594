import { expect, test } from "vitest";
import { calculateExample, EXAMPLE_MARKET, exampleCalculation } from "@/lib/testing/calculation";
import { sensitivity } from "./sensitivity";

test("each cell is the calculation at its price and its difficulty: both axes count", () => {
  const { input, facts } = exampleCalculation({ quantity: 3 });
  const grid = sensitivity(input, facts, { price: [0.5, 1, 2], difficulty: [1, 1.5] });
  expect(grid.here).toEqual({ row: 0, column: 1 });
  grid.profits.forEach((row, y) => {
    row.forEach((profit, x) => {
      const market = { btc_price: grid.prices[x] ?? 0, difficulty: grid.difficulties[y] ?? 0 };
      expect(profit).toBe(calculateExample({ quantity: 3 }, market).daily_profit);
    });
  });
  expect(new Set(grid.profits.flat()).size).toBe(6);
  expect(grid.prices[1]).toBe(EXAMPLE_MARKET.btc_price);
});

test("firmware is the best at each cell, not the best of today", () => {
  const profiles = [{ hashrate_th: 160, power_w: 2400 }];
  const { input, facts } = exampleCalculation({ profiles });
  const grid = sensitivity(input, facts, { price: [0.5, 1], difficulty: [1] });
  expect(grid.profits[0]?.[0]).toBe(calculateExample({ profiles }, { btc_price: 47_500 }).daily_profit);
});
