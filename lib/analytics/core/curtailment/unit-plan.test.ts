import { expect, test } from "vitest";
import { unitPlanner } from "./unit-plan";

function planned(gains: number[], { losses = 0, minOff = 1 }: { losses?: number | number[]; minOff?: number } = {}) {
  const planner = unitPlanner(gains.length, minOff);
  planner.gains.set(gains);
  planner.losses.set(gains.map((_, hour) => (typeof losses === "number" ? losses : (losses[hour] ?? 0))));
  const gained = planner.plan();
  return { gained, off: [...planner.off].join("") };
}

test("without losses each hour stands for itself, and one that makes no difference is run", () => {
  expect(planned([5, -1, 5, -9])).toEqual({ gained: 10, off: "1010" });
  expect(planned([0, 1, 0, 0.5])).toEqual({ gained: 1.5, off: "0101" });
  expect(planned([-1, -1])).toEqual({ gained: 0, off: "00" });
});

test("a loss is paid once a block, in the hour back, and not at all where the hours end off", () => {
  expect(planned([5, -1, 5, -9], { losses: 2 })).toEqual({ gained: 7, off: "1110" });
  expect(planned([5, -3, 5, -9], { losses: 2 })).toEqual({ gained: 6, off: "1010" });
  expect(planned([1, -1, -1, 1], { losses: 2 })).toEqual({ gained: 1, off: "0001" });
  expect(planned([3, -9, -9], { losses: [0, 2, 9] })).toEqual({ gained: 1, off: "100" });
  expect(planned([3, -9, -9], { losses: [0, 3, 0] })).toEqual({ gained: 0, off: "000" });
});

test("a block is as long as it must be, unless the last hour cuts it", () => {
  expect(planned([4, -3, -3, -3], { minOff: 2 })).toEqual({ gained: 1, off: "1100" });
  expect(planned([4, -3, -3, -3], { minOff: 3 })).toEqual({ gained: 0, off: "0000" });
  expect(planned([-3, -3, -3, 1], { minOff: 3 })).toEqual({ gained: 1, off: "0001" });
  expect(planned([4, -1, -2, 4, -9], { minOff: 2 })).toEqual({ gained: 5, off: "11110" });
  expect(planned([1, 1], { minOff: 10_000 })).toEqual({ gained: 2, off: "11" });
});

test("no hours, no plan", () => expect(planned([])).toEqual({ gained: 0, off: "" }));
