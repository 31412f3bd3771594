import { expect, test } from "vitest";
import { statsTable } from "./stats-table";

test("a line for each kind of value, the largest first, and one for all", () => {
  const table = statsTable([
    { name: "btc_price", bytes: 250, fresh: true },
    { name: "price_trend:7d", bytes: 1_000, fresh: true },
    { name: "price_trend:30d", bytes: 4_000, fresh: false },
    { name: "miner_models@mine", bytes: 60, fresh: true },
  ]);
  expect(table.split("\n").map((line) => line.replaceAll(/\s+/g, " "))).toEqual([
    "kind values fresh size",
    "price_trend 2 1 5.0 kB",
    "btc_price 1 1 0.3 kB",
    "miner_models 1 1 0.1 kB",
    "all 4 3 5.3 kB",
  ]);
});

test("an empty cache has one line", () => {
  expect(statsTable([]).split("\n")).toHaveLength(2);
});
