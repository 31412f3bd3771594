import { expect, it } from "vitest";
import { histogramBins } from "./histogram-bins";

it("gives a bin without an end the width of its neighbours and says which side is open", () => {
  const of = (from: number | null, to: number | null) => ({ from, to, earning_th: 1, losing_th: 2, machines: 3 });
  const drawn = histogramBins([of(null, 0), of(0, 2.5), of(2.5, null)]);
  expect(drawn.map(({ from, to, isOpen }) => [from, to, isOpen])).toEqual([
    [-2.5, 0, "below"],
    [0, 2.5, undefined],
    [2.5, 5, "above"],
  ]);
  expect(drawn[0]?.values).toEqual({ earning: 1, losing: 2 });
});
