import { expect, it } from "vitest";
import { percent } from "./percent";

it.each([
  [null, 10, null],
  [0, 10, 0],
  [999, 1000, 99],
  [1000, 1000, 100],
  [0, 0, 100],
])("of %s of %s is %s", (done, total, expected) => {
  expect(percent(done, total)).toBe(expected);
});
