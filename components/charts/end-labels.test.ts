import fc from "fast-check";
import { expect, it } from "vitest";
import { apart } from "./end-labels";

it("leaves alone what is apart, and moves what is close around its middle", () => {
  expect(apart([1, 5, 9], 2)).toEqual([1, 5, 9]);
  expect(apart([4, 4.5], 2)).toEqual([3.25, 5.25]);
  expect(apart([4, 4, 7], 2)).toEqual([3, 5, 7]);
});

it("lets nothing stand above the chart", () => {
  expect(apart([1, 8, 9], 2, 9)).toEqual([1, 7, 9]);
  expect(apart([9, 9, 9], 2, 9)).toEqual([5, 7, 9]);
});

it("keeps every pair apart and their order", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { maxLength: 8 }), (values) => {
      const places = apart(
        values.toSorted((a, b) => a - b),
        10,
      );
      for (let index = 1; index < places.length; index++)
        expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-6);
    }),
  );
});
