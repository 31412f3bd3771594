import { expect, test } from "vitest";
import { nextHalvingHeight, subsidySats } from "./subsidy";

test.each([
  [0, 5_000_000_000],
  [839_999, 625_000_000],
  [840_000, 312_500_000],
  [1_050_000, 156_250_000],
  [6_929_999, 1],
  [6_930_000, 0],
  [20_000_000, 0],
])("the subsidy at height %i is %i sat", (height, sats) => {
  expect(subsidySats(height)).toBe(sats);
});

test("all subsidies together are 20,999,999.9769 BTC", () => {
  let total = 0n;
  for (let height = 0; height < 6_930_000; height += 210_000) total += 210_000n * BigInt(subsidySats(height));
  expect(total).toBe(2_099_999_997_690_000n);
});

test("the next halving lies above the height", () => {
  expect(nextHalvingHeight(839_999)).toBe(840_000);
  expect(nextHalvingHeight(840_000)).toBe(1_050_000);
});
