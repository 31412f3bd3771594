import { describe, expect, it } from "vitest";
import { hashrateUnits, powerPriceUnits } from "@/lib/i18n/units";
import { columnDigits, moneyDigits } from "./column-digits";

describe("the decimals of a column", () => {
  it("are as many as one of its figures needs", () => {
    expect(columnDigits([200, 13.5, null], hashrateUnits.th)).toBe(1);
    expect(columnDigits([200, 95], hashrateUnits.th)).toBe(0);
    expect(columnDigits([1 / 3], hashrateUnits.th)).toBe(2);
    expect(columnDigits([0.055, 0.06], powerPriceUnits.usd)).toBe(3);
    expect(columnDigits([0.055, 0.06], powerPriceUnits.cent)).toBe(1);
    expect(columnDigits([], powerPriceUnits.usd)).toBe(2);
  });

  it("leave cents out where an amount is large", () => {
    expect(moneyDigits([9_999.99, -12, null])).toBe(2);
    expect(moneyDigits([0.5, -10_000])).toBe(0);
  });
});
