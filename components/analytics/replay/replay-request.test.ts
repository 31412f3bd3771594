import { expect, it } from "vitest";
import { readReplay } from "./replay-draft";
import { replayRequest } from "./replay-request";

const AROUND = { known: { from: "2022-01-01", to: "2025-12-31", last_halving: null }, models: [], ownMachines: 3 };
const problemsOf = (from: string, to: string) =>
  replayRequest(readReplay(new URLSearchParams({ from, to })), AROUND).problems.map(({ path }) => path);

it("blames the day that is out", () => {
  expect(problemsOf("2024-01-01", "2024-12-31")).toEqual([]);
  expect(problemsOf("2030-01-01", "2025-12-31")).toEqual(["from"]);
  expect(problemsOf("2025-01-01", "2024-12-31")).toEqual(["to"]);
});
