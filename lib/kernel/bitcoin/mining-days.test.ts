import { describe, expect, it } from "vitest";
import { hasRecordedData, recordedText } from "@/lib/testing/recorded-data";
import { type DailySeries, miningDays } from "./mining-days";

const NONE: DailySeries = {
  price: new Map(),
  difficultyMean: new Map(),
  difficulty: new Map(),
  blockHeight: new Map(),
  blockCount: new Map(),
  feesBtc: new Map(),
};
const MARK = { ms: Date.UTC(2026, 0, 1), height: 930_000 };
const PERIOD = { from: "2026-01-01", to: "2026-01-03" };
const COMPLETE: DailySeries = {
  ...NONE,
  price: new Map([
    ["2026-01-01", 90_000],
    ["2026-01-02", 91_000],
    ["2026-01-03", 92_000],
  ]),
  difficulty: new Map([
    ["2026-01-01", 1e14],
    ["2026-01-02", 1.1e14],
    ["2026-01-03", 1.1e14],
  ]),
  difficultyMean: new Map([["2026-01-02", 1.04e14]]),
  blockCount: new Map([["2026-01-02", 150]]),
  feesBtc: new Map([["2026-01-02", 3]]),
};

it("takes each day's own figures: the mean difficulty where there is one, fees by block", () => {
  const history = miningDays(COMPLETE, [MARK], PERIOD);
  expect(history?.days).toEqual(["2026-01-01", "2026-01-02", "2026-01-03"]);
  expect([...(history?.price ?? [])]).toEqual([90_000, 91_000, 92_000]);
  expect([...(history?.difficulty ?? [])]).toEqual([1e14, 1.04e14, 1.1e14]);
  expect([...(history?.fees ?? [])], "none known yet, then carried on").toEqual([0, 2_000_000, 2_000_000]);
  expect([...(history?.subsidy ?? [])]).toEqual([312_500_000, 312_500_000, 312_500_000]);
  expect(history?.carried).toEqual([]);
});

it("carries a missing day on from the day before, and says which", () => {
  const gap = new Map(COMPLETE.price);
  gap.delete("2026-01-02");
  const history = miningDays({ ...COMPLETE, price: gap }, [MARK], PERIOD);
  expect([...(history?.price ?? [])]).toEqual([90_000, 90_000, 92_000]);
  expect(history?.carried).toEqual(["2026-01-02"]);
});

it("is the same on a day whichever period it is in", () => {
  const series: DailySeries = {
    ...COMPLETE,
    price: new Map(
      [["2025-12-30", 88_000], ...COMPLETE.price].filter(([day]) => day !== "2026-01-01") as [string, number][],
    ),
    blockHeight: new Map([
      ["2025-12-31", 839_990],
      ["2026-01-01", 840_040],
      ["2026-01-02", 840_190],
      ["2026-01-03", 840_333],
    ]),
  };
  const whole = miningDays(series, [], { from: "2026-01-01", to: "2026-01-03" });
  for (const [at, day] of ["2026-01-01", "2026-01-02", "2026-01-03"].entries()) {
    const alone = miningDays(series, [], { from: day, to: day });
    for (const name of ["price", "difficulty", "subsidy", "fees"] as const)
      expect(alone?.[name][0], `${name} of ${day}`).toBe(whole?.[name][at]);
  }
  expect(whole?.price[0], "carried from before the period").toBe(88_000);
  expect(whole?.subsidy[0]).toBe((9 * 625_000_000 + 41 * 312_500_000) / 50);
});

it("is none where the first day is not known: nothing is taken from a later day", () => {
  const late = new Map(COMPLETE.price);
  late.delete("2026-01-01");
  expect(miningDays({ ...COMPLETE, price: late }, [MARK], PERIOD)).toBeNull();
  expect(miningDays({ ...COMPLETE, difficulty: new Map() }, [MARK], PERIOD)).toBeNull();
  expect(miningDays(COMPLETE, [], PERIOD), "no height").toBeNull();
});

describe.skipIf(!hasRecordedData)("the real chain", () => {
  it("issues on every day what the chain did issue, through all halvings", () => {
    const [head = "", ...lines] = recordedText("btc_daily.csv").trim().split(/\r?\n/);
    const names = head.split(",");
    const rows = lines.map((line) => {
      const cells = line.split(",");
      return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]));
    });
    const column = (name: string) =>
      new Map(rows.flatMap((row) => (row[name] ? [[row.date ?? "", Number(row[name])] as const] : [])));
    const series: DailySeries = {
      price: column("price_usd"),
      difficulty: column("difficulty_eod"),
      difficultyMean: column("difficulty_mean"),
      blockHeight: column("height_eod"),
      blockCount: column("block_count"),
      feesBtc: column("fees_btc"),
    };
    const history = miningDays(series, [], { from: "2011-01-01", to: "2025-12-31" });
    const issued = column("issuance_btc");
    for (const [index, day] of (history?.days ?? []).entries()) {
      const minted = ((history?.subsidy[index] ?? 0) * (series.blockCount.get(day) ?? 0)) / 1e8;
      expect(minted, day).toBeCloseTo(issued.get(day) ?? 0, 6);
    }
    expect(history?.days).toHaveLength(5_479);
  });
});
