import { expect, it } from "vitest";
import { indicatorRows } from "./indicator-rows";
import { readingsOf } from "./readings";

const rowsOf = (values: readonly number[]) =>
  indicatorRows(
    values.map((value, index) => ({
      day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      value,
      origin: "imported",
      source: "test",
    })),
  );
const last = (values: readonly number[]) => {
  const row = rowsOf(values).at(-1);
  if (!row) throw new Error("no row");
  return readingsOf(row);
};

it("reads a market that rises faster and faster, and one that falls so", () => {
  const rising = Array.from({ length: 250 }, (_, index) => 1.03 ** index);
  expect(last(rising)).toMatchObject({ rsi: "overbought", macd: "above", means: "above" });
  expect(last(rising).fromMean200Pct).toBeGreaterThan(400);
  const falling = Array.from({ length: 250 }, (_, index) => 1000 - 0.012 * index ** 2);
  expect(last(falling)).toMatchObject({ rsi: "oversold", macd: "below", means: "below" });
});

it("reads a jump out of the bands", () => {
  const calm = Array.from({ length: 60 }, (_, index) => 100 + (index % 2));
  expect(last([...calm, 130]).bollinger).toBe("above");
  expect(last([...calm, 70]).bollinger).toBe("below");
  expect(last(calm).bollinger).toBe("inside");
});

it("says nothing where there is nothing to say yet", () => {
  expect(last([100])).toEqual({ rsi: null, macd: null, bollinger: null, fromMean200Pct: null, means: null });
});
