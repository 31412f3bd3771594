import { describe, expect, test } from "vitest";
import { difficultyByDay } from "./difficulty-by-day";
import { hashrateHistory } from "./hashrate-analysis";
import type { StoredDay } from "./history";
import { fiveYearsBefore, simulateHistory } from "./simulate-history";
import { firstDay, historyProvenance } from "./trend";

const NOW = new Date("2026-01-10T15:00:00Z");
const day = (date: string, origin: StoredDay["origin"] = "imported", source = "file.csv", value = 1): StoredDay => ({
  series: "btc_price",
  day: date,
  value,
  origin,
  source,
});

test("a timeframe begins so many days before today", () => {
  expect(firstDay("7d", NOW)).toBe("2026-01-03");
  expect(firstDay("1y", NOW)).toBe("2025-01-10");
  expect(firstDay("all", NOW)).toBeNull();
});

describe("what a stretch of history is worth", () => {
  test("live when it reaches to yesterday, stale when it ends before", () => {
    expect(historyProvenance([day("2026-01-08"), day("2026-01-09")], NOW)).toMatchObject({
      state: "live",
      source: "file.csv",
    });
    expect(historyProvenance([day("2026-01-08")], NOW)).toMatchObject({
      state: "stale",
      as_of: "2026-01-08T00:00:00.000Z",
    });
  });
  test("one simulated day makes all of it simulated, and the days are named", () => {
    const days = [day("2026-01-07"), day("2026-01-08", "simulated", "simulation"), day("2026-01-09", "live", "okx")];
    expect(historyProvenance(days, NOW)).toEqual({
      source: "file.csv, simulation, okx",
      as_of: "2026-01-09T00:00:00.000Z",
      state: "simulated",
      origins: [
        { origin: "imported", source: "file.csv", from: "2026-01-07", to: "2026-01-07", days: 1 },
        { origin: "simulated", source: "simulation", from: "2026-01-08", to: "2026-01-08", days: 1 },
        { origin: "live", source: "okx", from: "2026-01-09", to: "2026-01-09", days: 1 },
      ],
    });
  });
  test("none at all", () => {
    expect(historyProvenance([], NOW)).toEqual({ source: "none", as_of: null, state: "default", origins: [] });
  });
});

describe("difficulty by day", () => {
  const epoch = (index: number, time: string) => ({
    startHeight: index * 2016,
    startTime: new Date(time),
    difficulty: index,
    changePct: null,
  });
  test("is the one at the end of the day, up to the last full day", () => {
    const days = difficultyByDay(
      [epoch(5, "2026-01-01T10:00:00Z"), epoch(6, "2026-01-03T23:00:00Z")],
      new Date("2026-01-05T09:00:00Z"),
    );
    expect(days.map((one) => [one.day, one.value])).toEqual([
      ["2026-01-01", 5],
      ["2026-01-02", 5],
      ["2026-01-03", 6],
      ["2026-01-04", 6],
    ]);
  });
  test("begins after a gap in the epochs", () => {
    const days = difficultyByDay(
      [epoch(3, "2026-01-01T00:00:00Z"), epoch(5, "2026-01-02T00:00:00Z")],
      new Date("2026-01-03T00:00:00Z"),
    );
    expect(days).toEqual([{ series: "difficulty", day: "2026-01-02", value: 5 }]);
  });
});

describe("the simulated past", () => {
  const last = { btcPrice: 86_000, difficulty: 1.3e14 };
  const simulation = { seed: 1, until: "2026-01-09", days: 1_826, first: fiveYearsBefore(last), last };
  const of = (series: string, days = simulateHistory(simulation)) => days.filter((one) => one.series === series);

  test("ends where it shall, and is the same for the same seed", () => {
    expect(of("btc_price").at(-1)).toEqual({ series: "btc_price", day: "2026-01-09", value: 86_000 });
    expect(of("difficulty").at(-1)?.value).toBe(1.3e14);
    expect(simulateHistory(simulation)).toEqual(simulateHistory(simulation));
    expect(simulateHistory({ ...simulation, seed: 2 })).not.toEqual(simulateHistory(simulation));
  });
  test("is plausible: positive, no day without a value, difficulty in steps of 14 days within the protocol's bounds", () => {
    for (const series of ["btc_price", "difficulty", "network_hashrate", "fees_btc", "block_count", "fear_greed_index"])
      expect(
        of(series).every(({ value }) => value > 0 && Number.isFinite(value)),
        series,
      ).toBe(true);
    const steps = of("difficulty").map(({ value }) => value);
    const changes = steps
      .slice(1)
      .flatMap((value, index) => (value === steps[index] ? [] : value / (steps[index] ?? 1)));
    expect(changes.length).toBeLessThanOrEqual(Math.ceil(1_826 / 14));
    expect(changes.every((ratio) => ratio > 0.25 && ratio < 4)).toBe(true);
  });
});

test("hashrate means wait until their window is full", () => {
  const days = Array.from({ length: 60 }, (_, index) => day(`d${index}`, "imported", "f", index < 30 ? 100 : 110));
  const { points, change_30d_pct, change_7d_pct } = hashrateHistory(days);
  expect(points[5]).toMatchObject({ mean_7d: null, mean_30d: null });
  expect(points[29]).toMatchObject({ mean_7d: 100, mean_30d: 100 });
  expect(change_30d_pct).toBeCloseTo(10, 9);
  expect(change_7d_pct).toBe(0);
});
