import { expect, it } from "vitest";
import { mergeAlike } from "./merge-alike";

it("merges machines of the same hashrate and power, and no others", () => {
  const machine = (id: string, hashrateThs: number, powerW: number, quantity: number) => ({
    id,
    hashrateThs,
    powerW,
    quantity,
  });
  expect(mergeAlike([machine("a", 200, 3500, 2), machine("b", 110, 3250, 1), machine("c", 200, 3500, 3)])).toEqual([
    machine("a", 200, 3500, 5),
    machine("b", 110, 3250, 1),
  ]);
});
