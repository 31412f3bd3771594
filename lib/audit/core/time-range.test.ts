import { expect, it } from "vitest";
import { timeRange } from "./time-range";

it.each([
  ["nothing", {}, undefined, undefined],
  ["a day, whole", { from: "2027-01-31", to: "2027-01-31" }, "2027-01-31T00:00:00.000Z", "2027-02-01T00:00:00.000Z"],
  ["from a day on", { from: "2027-01-31" }, "2027-01-31T00:00:00.000Z", undefined],
  ["up to the end of a year", { to: "2027-12-31" }, undefined, "2028-01-01T00:00:00.000Z"],
  [
    "from a moment to a moment, which counts no more",
    { from: "2027-01-31T12:30:00Z", to: "2027-01-31T13:00:00Z" },
    "2027-01-31T12:30:00.000Z",
    "2027-01-31T13:00:00.000Z",
  ],
  ["a moment of another zone", { to: "2027-01-31T13:00:00+08:00" }, undefined, "2027-01-31T05:00:00.000Z"],
  ["a moment far from now", { to: "+012027-01-31" }, undefined, "+012027-01-31T00:00:00.000Z"],
])("%s", (_, span, from, before) => {
  const range = timeRange(span);
  expect([range.from?.toISOString(), range.before?.toISOString()]).toEqual([from, before]);
});
