import { describe, expect, it } from "vitest";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { daysCsv, replayRows } from "./replay-rows";
import { replayYears } from "./replay-years";

type Day = HistoricalReplayAnswer["days"][number];

const daysFrom = (from: string, count: number, more: (index: number) => Partial<Day> = () => ({})): Day[] =>
  Array.from({ length: count }, (_, index) => ({
    date: isoDate(utcDateMs(from) + index * MS_PER_DAY),
    btc_price: 60_000,
    difficulty: 8e13,
    block_subsidy_sats: 625_000_000,
    fees_sats_per_block: 2e7,
    hashprice_usd_per_ph_day: 100,
    machines: 10,
    running: 10,
    hashrate_th: 1_000,
    mined_sats: 100_000 + index,
    revenue: 60 + index / 8,
    energy_cost: 50,
    other_costs: 1,
    capital: index === 0 ? 1_000 : 0,
    profit: 9 + index / 8,
    cumulative_profit: index,
    ...more(index),
  }));

describe("years", () => {
  it("add up to the whole", () => {
    const days = daysFrom("2022-06-01", 1_000);
    const years = replayYears(days);
    expect(years.map(({ year, days: count }) => [year, count])).toEqual([
      ["2022", 214],
      ["2023", 365],
      ["2024", 366],
      ["2025", 55],
    ]);
    for (const name of ["mined_sats", "revenue", "energy_cost", "other_costs", "capital", "profit"] as const) {
      const whole = days.reduce((sum, day) => sum + day[name], 0);
      expect(years.reduce((sum, year) => sum + year[name], 0)).toBeCloseTo(whole, 6);
    }
  });
});

describe("rows of the charts", () => {
  it("are the days", () => {
    const rows = replayRows(daysFrom("2024-01-01", 731));
    expect(rows).toHaveLength(731);
    expect(rows[1]).toEqual({ x: "2024-01-02", values: { cumulative: 1, revenue: 60.125, cost: 51, hashprice: 100 } });
  });
});

it("writes every figure of a day, unrounded", () => {
  const [head, first] = daysCsv(daysFrom("2024-01-01", 2, () => ({ revenue: 0.1 + 0.2 }))).split("\r\n");
  expect(head?.split(",")).toHaveLength(16);
  expect(first).toContain("0.30000000000000004");
});
