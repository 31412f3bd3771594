import fc from "fast-check";
import { expect, test } from "vitest";
import { monthlyRate } from "./monthly-rate";
import { npv } from "./npv";
import { returnFigures } from "./return-figures";

test("a loan of 1,000 paid back in twelve months at 1 % a month", () => {
  const payment = 1000 * (0.01 / (1 - 1.01 ** -12));
  const found = returnFigures([-1000, ...Array<number>(12).fill(payment)], { discount: 0.1 });
  expect(found.irrPct).toBeCloseTo((1.01 ** 12 - 1) * 100, 9);
  expect(found.irrReason).toBeNull();
});

test("MIRR as a spreadsheet has it: 10 % finance, 12 % reinvestment, yearly flows twelve months apart", () => {
  // Microsoft's example for MIRR: −120,000, 39,000, 30,000, 21,000, 37,000, 46,000 → 12.61 %.
  const yearly = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000];
  const flows = yearly.flatMap((flow, year) => (year === 0 ? [flow] : [...Array<number>(11).fill(0), flow]));
  const found = returnFigures(flows, { discount: 0.1, finance: 0.1, reinvest: 0.12 });
  expect(found.mirrPct).toBeCloseTo(12.609413, 5);
});

test("finance and reinvestment rate are the discount rate where nobody gives them", () => {
  const flows = [-100, 30, -20, 120];
  expect(returnFigures(flows, { discount: 0.08 }).mirrPct).toBe(
    returnFigures(flows, { discount: 0.08, finance: 0.08, reinvest: 0.08 }).mirrPct,
  );
});

test("none, several, and out of any range are answers", () => {
  expect(returnFigures([10, 20], { discount: 0.1 })).toMatchObject({
    irrPct: null,
    irrReason: "no_irr",
    mirrPct: null,
  });
  const several = returnFigures([-100, 230, -132], { discount: 0.1 });
  expect(several).toMatchObject({ irrPct: null, irrReason: "several_irr" });
  expect(several.irrRatesPct).toHaveLength(2);
  expect(returnFigures([-1, 1e30], { discount: 0.1 })).toMatchObject({ irrPct: null, irrReason: "out_of_range" });
});

test("the present value at the internal rate is nothing", () => {
  const flows = fc.tuple(
    fc.double({ min: 100, max: 1e5, noNaN: true }),
    fc.array(fc.double({ min: 1, max: 5000, noNaN: true }), { minLength: 1, maxLength: 119 }),
  );
  fc.assert(
    fc.property(flows, ([price, months]) => {
      const all = [-price, ...months];
      const { irrPct } = returnFigures(all, { discount: 0.1 });
      // At nearly −100 % a year the rate itself has no digits left to say it.
      if (irrPct === null || irrPct < -99) return;
      expect(Math.abs(npv(all, monthlyRate(irrPct / 100)))).toBeLessThan(1e-6 * price * (1 + months.length));
    }),
  );
});

test("the present value at a rate of zero is the sum", () => {
  expect(returnFigures([-100, 60, 60], { discount: 0 }).npvUsd).toBe(20);
  expect(npv([-100, 60, 60], 0.1)).toBeCloseTo(-100 + 60 / 1.1 + 60 / 1.21, 12);
});
