import { expect, test } from "vitest";
import { payback } from "./payback";

test.each([
  ["inside a month, in proportion", [-100, 60, 60], 1 + 2 / 3],
  ["at a month's end", [-100, 40, 60], 2],
  ["of two crossings the last", [-100, 150, -100, 200], 2.25],
  ["not at all", [-100, 10, 10], null],
  ["come back and lost again", [-100, 150, -60], 2 / 3],
  ["free, and lost later", [0, 50, -80], 0],
  ["never below zero", [0, 10, -5], 0],
  ["without a month", [-1], null],
  ["without a flow", [], 0],
])("%s", (_, flows, months) => {
  const found = payback(flows);
  if (months === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(months, 12);
});
