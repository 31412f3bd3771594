import { expect, it } from "vitest";
import { parseSnapshot } from "./snapshot";

it("reads a snapshot of Postgres", () => {
  expect(parseSnapshot("10:20:")).toEqual({ xmax: "20", running: [] });
  expect(parseSnapshot("10:18446744073709551615:10,14,15")).toEqual({
    xmax: "18446744073709551615",
    running: ["10", "14", "15"],
  });
});

it.each(["", "10:20", "10:20:,", "10:20:1,", "a:b:c", "x10:20:", "10:20:\n1", "10:20:1;drop"])("refuses %j", (text) => {
  expect(() => parseSnapshot(text)).toThrow("is not a snapshot");
});
