import { expect, it } from "vitest";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { readLink } from "@/lib/calculator/core/link";
import { cellHere, cellLink } from "./cell-link";
import { readHeatmap } from "./heatmap-draft";

const origin = { source: "binance", as_of: "2026-11-26T10:00:00.000Z", state: "live" as const };
const known = (value: number) => ({ value, ...origin });
const ANSWER: RoiHeatmapAnswer = {
  figure: "daily_profit",
  unit: "US dollars a day",
  against: "difficulty",
  prices: [50_000, 75_000, 100_000],
  rows: [1e14, 1.3e14].map((at) => ({ at, values: [-1, 0, 1], zero_price: 75_000 })),
  here: { btc_price: 80_000, difficulty: 1.2e14, electricity_cost: 0.06, value: 0.2, zero_price: 75_000 },
  market: {
    btc_price: known(80_000),
    difficulty: known(1.2e14),
    network_hashrate_ehs: known(900),
    fees_sats_per_block: known(2_000_000),
    block_height: known(930_000),
    block_subsidy_sats: known(312_500_000),
    block_interval_s: known(600),
  },
};
const DRAFT = readHeatmap(new URLSearchParams("quantity=3"));

it("opens the calculator on the map's market, with the cell's own price and difficulty", () => {
  const { scenarios, pinned } = readLink(new URLSearchParams(cellLink(DRAFT, ANSWER, { row: 1, column: 2 })));
  expect(scenarios).toEqual([{ quantity: "3", btc_price: "100000", difficulty: "130000000000000" }]);
  expect(pinned).toMatchObject({ btc_price: 80_000, difficulty: 1.2e14, block_height: 930_000 });
});

it("gives the power of a cell in the form's unit", () => {
  const answer: RoiHeatmapAnswer = {
    ...ANSWER,
    against: "electricity",
    rows: [{ ...ANSWER.rows[0], at: 0.06 } as never],
  };
  const cents = cellLink(DRAFT, answer, { row: 0, column: 0 });
  expect(readLink(new URLSearchParams(cents)).scenarios[0]?.electricity_cost).toBeUndefined();
  const dollars = cellLink({ ...DRAFT, terms: { electricity_unit: "dollars" } }, answer, { row: 0, column: 0 });
  expect(dollars).toMatchObject({ electricity_cost: "0.06", electricity_unit: "dollars" });
});

it("marks the nearest cell, and none outside the map", () => {
  expect(cellHere(ANSWER)).toEqual({ row: 1, column: 1 });
  expect(cellHere({ ...ANSWER, here: { ...ANSWER.here, btc_price: 200_000 } })).toBeUndefined();
});
