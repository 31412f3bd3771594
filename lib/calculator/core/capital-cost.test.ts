import { expect, test } from "vitest";
import { exampleCalculation } from "@/lib/testing/calculation";
import { capitalCostUsdDay } from "./capital-cost";
import { resolveTerms } from "./terms";

const capital = (changes: object) =>
  capitalCostUsdDay(resolveTerms(exampleCalculation(changes).input, null, "2026-01-01"));

test("3,000 with 300 left after three years at 10 % is 2.9118 a day", () => {
  expect(capital({ machine_price_usd: 3000 })).toBeCloseTo(2.91177, 5);
});

test("without interest it is the loss of value, spread over the days", () => {
  expect(capital({ machine_price_usd: 3000, discount_rate_pct: 0, quantity: 2 })).toBeCloseTo(5400 / (3 * 365.25), 10);
  expect(capital({ machine_price_usd: 3000, discount_rate_pct: 1e-12 })).toBeCloseTo(2700 / (3 * 365.25), 8);
});

test("without a price there is none", () => {
  expect(capital({})).toBeNull();
});
