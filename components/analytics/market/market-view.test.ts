import { expect, it } from "vitest";
import { FIRST_VIEW, isOwnStretch, isTurned, marketQuery } from "./market-view";

it("writes into the address only what differs from the first view", () => {
  expect(marketQuery(FIRST_VIEW)).toEqual({});
  expect(marketQuery({ ...FIRST_VIEW, series: "difficulty", from: "2024-01-01" })).toEqual({
    series: "difficulty",
    from: "2024-01-01",
  });
});

it("takes two days the wrong way round for no stretch", () => {
  const turned = { ...FIRST_VIEW, from: "2026-02-01", to: "2026-01-01" };
  expect([isTurned(turned), isOwnStretch(turned)]).toEqual([true, false]);
  expect(isOwnStretch({ ...FIRST_VIEW, to: "2026-01-01" })).toBe(true);
});
