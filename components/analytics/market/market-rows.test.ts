import { expect, it } from "vitest";
import { isoDate } from "@/lib/kernel/calendar";
import { changePct, halvingsIn, marketRows } from "./market-rows";

const dayOf = (index: number, subsidy = 625_000_000) => ({
  date: isoDate(Date.UTC(2024, 3, 10 + index)),
  btc_price: 60_000 + index,
  difficulty: 86e12,
  hashprice_usd_per_ph_day: 100 - index,
  block_subsidy_sats: subsidy,
  fees_sats_per_block: 0,
});
const indicator = (date: string, close: number) =>
  ({ date, close, rsi_14: 50 }) as Parameters<typeof marketRows>[1][number];

it("puts the indicators on their day, and the stretch before by its place", () => {
  const days = [dayOf(0), dayOf(1)];
  const before = [indicator("2024-04-08", 7)];
  const rows = marketRows(days, [indicator("2024-04-11", 99)], { over: "previous", before });
  expect(rows[0]).toMatchObject({ x: "2024-04-10", values: { btc_price: 60_000, hashprice: 100, before: 7 } });
  expect(rows[1]).toMatchObject({ x: "2024-04-11", values: { rsi_14: 50, before: null } });
  expect(rows[0]?.values.rsi_14).toBeNull();
  expect(Object.keys(rows[0]?.values ?? {}), "nothing that isn't drawn").not.toContain("sma_50");
});

it("marks a halving once, whose day has a mean of both subsidies", () => {
  const days = [dayOf(0), dayOf(1), dayOf(2, 480_000_000), dayOf(3, 312_500_000), dayOf(4, 312_500_000)];
  expect(halvingsIn(days)).toEqual(["2024-04-12"]);
  expect(halvingsIn(days.slice(3))).toEqual([]);
});

it("has a change only between two values", () => {
  expect(changePct([null, 100, 110, undefined])).toBeCloseTo(10, 12);
  expect(changePct([100])).toBeNull();
  expect(changePct([0, 1])).toBeNull();
});
