import { expect, test } from "vitest";
import { poissonDraw, poissonQuantile } from "./poisson";
import { quantileOfSorted } from "./quantile";
import { RandomStream } from "./random-stream";

const draws = (count: number, draw: () => number) => Float64Array.from({ length: count }, draw);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

test("a seed names its stream", () => {
  const [a, b, c] = [new RandomStream(1), new RandomStream(1), new RandomStream(2)];
  const first = draws(10, () => a.uniform());
  expect(draws(10, () => b.uniform())).toEqual(first);
  expect(draws(10, () => c.uniform())).not.toEqual(first);
  expect(first.every((value) => value > 0 && value < 1)).toBe(true);
});

test("normals have mean 0, variance 1 and the tails of the curve", () => {
  const random = new RandomStream(42);
  const values = draws(200_000, () => random.normal());
  const variance = mean(values.map((value) => value * value));
  expect(Math.abs(mean(values))).toBeLessThan(0.01);
  expect(Math.abs(variance - 1)).toBeLessThan(0.01);
  values.sort();
  expect(quantileOfSorted(values, 0.1)).toBeCloseTo(-1.28155, 1);
  expect(quantileOfSorted(values, 0.975)).toBeCloseTo(1.95996, 1);
});

test.each([0.02, 3, 29, 31, 800])("Poisson draws of mean %d have that mean and variance", (expected) => {
  const random = new RandomStream(5);
  const values = draws(50_000, () => poissonDraw(expected, random));
  const found = mean(values);
  const variance = mean(values.map((value) => (value - found) ** 2));
  expect(Math.abs(found / expected - 1)).toBeLessThan(0.05);
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.08);
});

test("Poisson quantiles are a table's", () => {
  expect([0.1, 0.5, 0.9].map((p) => poissonQuantile(4, p as 0.1 | 0.5 | 0.9))).toEqual([2, 4, 7]);
  expect(poissonQuantile(0.001, 0.9)).toBe(0);
  expect(poissonQuantile(0, 0.9)).toBe(0);
  expect(poissonQuantile(1e6, 0.5)).toBe(1e6);
});

test("a quantile lies between its neighbours", () => {
  const sorted = Float64Array.from([1, 2, 3, 10]);
  expect(quantileOfSorted(sorted, 0)).toBe(1);
  expect(quantileOfSorted(sorted, 0.5)).toBe(2.5);
  expect(quantileOfSorted(sorted, 1)).toBe(10);
});
