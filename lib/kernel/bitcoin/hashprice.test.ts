import { expect, test } from "vitest";
import { hashpriceUsdPerPhDay, networkHashrateHs, satsPerThDay } from "./hashprice";

test.each([
  [1e14, 312_500_000, 100_000, 62.8642737865, 62.8642737865],
  [1.25e14, 317_500_000, 95_000, 51.0960817337, 48.541277647],
])("at difficulty %d, %d sat a block and $%d", (difficulty, reward, price, sats, usd) => {
  expect(satsPerThDay(difficulty, reward)).toBeCloseTo(sats, 9);
  expect(hashpriceUsdPerPhDay(difficulty, reward, price)).toBeCloseTo(usd, 9);
});

test("the hashrate of a difficulty finds 144 blocks a day", () => {
  const eh = networkHashrateHs(1.25e14) / 1e18;
  expect(eh).toBeCloseTo(894.7848533333, 9);
  expect(satsPerThDay(1.25e14, 1) * eh * 1e6).toBeCloseTo(144, 9);
});
