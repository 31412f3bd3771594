import { expect, it } from "vitest";
import { defaultUnits } from "@/lib/i18n/unit-preference";
import { reportWords } from "../words";
import { fittedCoin, fittedUsd } from "./fitted";

const words = reportWords({ locale: "en", units: defaultUnits });

it("shortens what would run into the next column, the whole column alike", () => {
  expect(fittedUsd(words, -9_999_999, { signed: true })).toBe("−$9,999,999");
  expect(fittedUsd(words, 12_345_678)).toBe("$12.35M");
  expect(fittedUsd(words, 5_000, {}, 2e9)).toBe("$5.00K");
  expect(fittedUsd(words, 999_999.5, { digits: 2 })).toBe("$999,999.50");
  expect(fittedUsd(words, 1_234_567, { digits: 2, signed: true })).toBe("+$1.23M");
  expect(fittedUsd(words, null)).toBe("–");
});

it("counts a thousand bitcoin no longer in satoshi", () => {
  expect(fittedCoin(words, 59_022_386)).toBe("59,022,386\u00a0sat");
  expect(fittedCoin(words, 7_437_936_244_070)).toBe("74,379.36\u00a0BTC");
  expect(fittedCoin(words, null)).toBe("–");
});
