import fc from "fast-check";
import { expect, it } from "vitest";
import type { ChartRow } from "./chart-row";
import { thinRows } from "./thin-rows";

const rowsOf = (values: readonly (number | null)[]): ChartRow[] =>
  values.map((value, index) => ({ x: String(index).padStart(6, "0"), values: { a: value, b: -index } }));

it("keeps few rows as they are, and of many the first, the last and at most so many", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 3_000 }),
      fc.integer({ min: 6, max: 900 }),
      (values, most) => {
        const rows = rowsOf(values);
        const thin = thinRows(rows, ["a", "b"], most);
        expect(thin.length).toBeLessThanOrEqual(Math.max(most, 6));
        expect([thin[0], thin.at(-1)]).toEqual([rows[0], rows.at(-1)]);
        if (rows.length <= most) expect(thin).toBe(rows);
        expect(thin).toEqual(rows.filter((row) => thin.includes(row)));
      },
    ),
  );
});

it("loses no peak: four hours of 8,760 at another price stay what they were", () => {
  const values = Array.from({ length: 8_760 }, (_, hour) => (hour % 24 >= 17 && hour % 24 < 21 ? 180 : 40));
  const thin = thinRows(rowsOf(values), ["a"]);
  expect(Math.max(...thin.map((row) => row.values.a ?? 0))).toBe(180);
  expect(thin.filter((row) => row.values.a === 180).length).toBeGreaterThan(300);
  const spiked = rowsOf(values.map((_, hour) => (hour === 4_321 ? 5_000 : hour === 4_322 ? -50 : 40)));
  const kept = thinRows(spiked, ["a"]).map((row) => row.values.a);
  expect([kept.includes(5_000), kept.includes(-50)]).toEqual([true, true]);
});
