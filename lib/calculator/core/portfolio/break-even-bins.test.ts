import fc from "fast-check";
import { expect, it } from "vitest";
import { calculateExample, EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { marketOfInput } from "../market-facts";
import { binPlan, breakEvenBins } from "./break-even-bins";
import { kwhPerWatt, paidPart } from "./earning-share";

it("takes round steps of about a twentieth of today's hashprice", () => {
  expect([48.5, 52, 110, 0.93].map((price) => binPlan(price).stepUsd)).toEqual([2.5, 5, 10, 0.05]);
});

it("loses nothing, leaves no stretch out, and has today's in it", () => {
  const sums = fc.uniqueArray(
    fc.record({
      bin: fc.integer({ min: -1, max: 60 }),
      earning_th: fc.nat(1e6),
      losing_th: fc.nat(1e6),
      machines: fc.nat(1e4),
    }),
    { selector: ({ bin }) => bin, minLength: 1 },
  );
  fc.assert(
    fc.property(sums, fc.double({ min: 1, max: 500, noNaN: true }), (given, today) => {
      const plan = binPlan(today);
      const bins = breakEvenBins(
        given.filter(({ bin }) => bin <= plan.last),
        plan,
        today,
      );
      const kept = given.filter(({ bin }) => bin <= plan.last);
      const total = (of: (sum: { earning_th: number; losing_th: number; machines: number }) => number) => [
        bins.reduce((sum, bin) => sum + of(bin), 0),
        kept.reduce((sum, bin) => sum + of(bin), 0),
      ];
      for (const [found, wanted] of [total((bin) => bin.machines), total((bin) => bin.earning_th + bin.losing_th)])
        expect(found).toBe(wanted);
      if (kept.length === 0) return;
      for (const [index, { from }] of bins.entries()) if (index > 0) expect(bins[index - 1]?.to).toBe(from);
      expect(bins.some(({ from, to }) => (from ?? -1) <= today && today < (to ?? Number.POSITIVE_INFINITY))).toBe(true);
    }),
  );
});

it("needs the calculator's own break-even hashprice and price of power", () => {
  const facts = marketOfInput(EXAMPLE_MARKET);
  if (!facts) throw new Error("the example's market is complete");
  const { daily_cost, daily_revenue, break_even, hashprice_usd_per_ph_day } = calculateExample({ quantity: 7 });
  const { hashprice, paid } = paidPart(facts, "2026-01-01");
  expect(hashprice).toBe(hashprice_usd_per_ph_day);
  expect((daily_cost * 1_000) / (1_400 * paid)).toBeCloseTo(break_even.cash.hashprice_usd_per_ph_day ?? 0, 9);
  const perKwh = daily_revenue / (7 * 3_500 * kwhPerWatt("2026-01-01"));
  expect(perKwh * 1_000).toBeCloseTo(break_even.cash.electricity_usd_per_mwh ?? 0, 9);
});
