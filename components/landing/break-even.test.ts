import { expect, it } from "vitest";
import { breakEvenUsdPerKwh, leftUsdPerPhDay } from "./break-even";

it.each([
  [62.8642737865, 15, 174.622983],
  [62.8642737865, 21.5, 121.829988],
  [48.541277647, 17.5, 115.574471],
  [48.541277647, 30, 67.418441],
])("a hashprice of %d breaks even at %d J/TH with %d $/MWh", (hashprice, efficiency, usdPerMwh) => {
  expect(breakEvenUsdPerKwh(hashprice, efficiency) * 1000).toBeCloseTo(usdPerMwh, 6);
});

it("leaves nothing at break-even", () => {
  expect(leftUsdPerPhDay(48.541277647, 17.5, breakEvenUsdPerKwh(48.541277647, 17.5))).toBeCloseTo(0, 10);
});
