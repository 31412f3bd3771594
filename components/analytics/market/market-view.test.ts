import { expect, it } from "vitest";
import { FIRST_VIEW, marketQuery } from "./market-view";

it("writes into the address only what differs from the first view", () => {
  expect(marketQuery(FIRST_VIEW)).toEqual({});
  expect(marketQuery({ ...FIRST_VIEW, series: "difficulty", from: "2024-01-01" })).toEqual({
    series: "difficulty",
    from: "2024-01-01",
  });
});
