import fc from "fast-check";
import { expect, test } from "vitest";
import { balance, internalRates } from "./internal-rates";

const monthly = (flows: number[]) => internalRates(flows).map(Math.expm1);

test("one change of sign has one rate", () => {
  expect(monthly([-100, 110])[0]).toBeCloseTo(0.1, 12);
  expect(monthly([-100, 60, 60])[0]).toBeCloseTo(0.130662386, 9);
  expect(monthly([100, -110])[0]).toBeCloseTo(0.1, 12);
  expect(monthly([-100, 1])[0]).toBeCloseTo(-0.99, 12);
});

test("no change of sign has none, nor has a curve that stays below zero", () => {
  expect(internalRates([10, 20])).toEqual([]);
  expect(internalRates([-10, 0, -1])).toEqual([]);
  expect(internalRates([0, 0])).toEqual([]);
  expect(internalRates([])).toEqual([]);
  expect(internalRates([-1, 3, -2.5])).toEqual([]);
});

test("several rates are all found, close ones and negative ones too", () => {
  const [low = 0, high = 0] = monthly([-100, 230, -132]);
  expect(low).toBeCloseTo(0.1, 9);
  expect(high).toBeCloseTo(0.2, 9);
  // Rates of 1 % and 1.1 % and −50 %: (1 − 1.01v)(1 − 1.011v)(1 − 0.5v) in discount factors v.
  const found = monthly([1, -2.521, 2.03161, -0.510555]);
  expect(found.map((rate) => Number(rate.toFixed(6)))).toEqual([-0.5, 0.01, 0.011]);
});

test("a curve that only touches zero has one rate", () => {
  const touching = monthly([100, -220, 121]);
  expect(touching).toHaveLength(1);
  expect(touching[0]).toBeCloseTo(0.1, 6);
});

test("a rate of exactly zero is a rate", () => {
  expect(monthly([-100, 40, 60])[0]).toBeCloseTo(0, 12);
  expect(monthly([-100, 150, -50]).map((rate) => Math.abs(Number(rate.toFixed(9))))).toEqual([0.5, 0]);
});

test("months without a flow at either end change nothing", () => {
  expect(monthly([0, 0, -100, 0, 121, 0])[0]).toBeCloseTo(0.1, 12);
});

test("at every rate found the flows are worth nothing, and every planted rate is found", () => {
  const rates = fc.uniqueArray(fc.integer({ min: -60, max: 150 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rates, (planted) => {
      const flows = planted.reduce<number[]>((product, pct) => multiply(product, [1, -(1 + pct / 100)]), [1]);
      const found = internalRates(flows);
      for (const force of found) expect(Math.abs(balance(flows, force))).toBeLessThan(1e-12);
      expect(found.map((force) => Math.round(Math.expm1(force) * 100))).toEqual(planted.toSorted((a, b) => a - b));
    }),
  );
});

test("long flows of a machine that ends at a loss are no trouble", () => {
  const flows = [-3000, ...Array<number>(70).fill(120), ...Array<number>(49).fill(-20), 300];
  const found = internalRates(flows);
  expect(found.length).toBeGreaterThan(0);
  for (const force of found) expect(Math.abs(balance(flows, force))).toBeLessThan(1e-12);
});

function multiply(a: number[], b: number[]): number[] {
  const product = Array<number>(a.length + b.length - 1).fill(0);
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      product[i + j] = (product[i + j] ?? 0) + x * y;
    });
  });
  return product;
}
