import { expect, it } from "vitest";
import { deadFilter } from "./dead-filter";

it("reads what is dead of the address; hours that are none count for nothing", () => {
  expect(deadFilter({ group: "intel-group", key: "miner:7", hours: "24" })).toEqual({
    group: "intel-group",
    aggregate_key: "miner:7",
    hours: 24,
  });
  for (const hours of ["0", "-1", "1.5", "9999", "a"]) expect(deadFilter({ hours }).hours).toBeUndefined();
});
