import { expect, it } from "vitest";
import { calculateExample } from "@/lib/testing/calculation";
import { yearRows } from "./year-rows";

it("sums twelve months each, the last year what is left", () => {
  const { chart_data } = calculateExample({ horizon_months: 30, machine_price_usd: 1000, tax_rate_pct: 10 });
  const years = yearRows(chart_data);
  expect(years.map(({ number, from, to, months }) => [number, from, to, months])).toEqual([
    [1, "2026-01-01", "2026-12-31", 12],
    [2, "2027-01-01", "2027-12-31", 12],
    [3, "2028-01-01", "2028-06-30", 6],
  ]);
  const total = (key: "revenue" | "tax") => chart_data.slice(12, 24).reduce((sum, row) => sum + row[key], 0);
  expect(years[1]?.revenue).toBe(total("revenue"));
  expect(years[1]?.tax).toBe(total("tax"));
  expect(years[1]?.cumulative_profit).toBe(chart_data[23]?.cumulative_profit);
});

it("counts from the day of the start", () => {
  const years = yearRows(calculateExample({ start_date: "2026-08-31", horizon_months: 18 }).chart_data);
  expect(years.map(({ from, to }) => [from, to])).toEqual([
    ["2026-08-31", "2027-08-30"],
    ["2027-08-31", "2028-02-28"],
  ]);
});

it("is empty for no months", () => {
  expect(yearRows([])).toEqual([]);
});
