import { expect, it } from "vitest";
import { calculateExample, EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { marketOfInput } from "../market-facts";
import { machineFigures } from "./machine-figures";

const facts = marketOfInput(EXAMPLE_MARKET);
if (!facts) throw new Error("the example's market is complete");
const market = { facts, as_of: null, state: "manual" as const, today: "2026-01-01" };
const machine = { id: "m", quantity: 1, hashrate_th: 200, power_w: 3500, electricity_cost: 0.06 };

it("gives the worked example to the last bit", () => {
  const { daily_revenue, daily_cost, daily_profit } = calculateExample();
  expect(machineFigures(machine, market)).toMatchObject({ daily_revenue, daily_cost, daily_profit });
  expect(machineFigures(machine, market).daily_profit).toBeCloseTo(4.33986771, 8);
});

it("takes the assumed price of power where there is none, and says so", () => {
  const assumed = machineFigures({ ...machine, electricity_cost: null }, market);
  expect(assumed).toMatchObject({ is_price_assumed: true, daily_cost: machineFigures(machine, market).daily_cost });
  expect(machineFigures({ ...machine, electricity_cost: 0 }, market)).toMatchObject({
    is_price_assumed: false,
    daily_cost: 0,
  });
});

it("counts hashrate and power of all of the row", () => {
  expect(machineFigures({ ...machine, quantity: 12 }, market)).toMatchObject({ hashrate_th: 2400, power_w: 42_000 });
});
