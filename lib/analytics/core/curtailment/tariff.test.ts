import { expect, test } from "vitest";
import { type Tariff, tariffPrices } from "./tariff";

const tariff: Tariff = {
  base_usd_per_mwh: 40,
  peak_usd_per_mwh: 120,
  peak_hours: [17, 18],
  peak_weekdays: [1, 2, 3, 4, 5],
  peak_months: [6, 7],
  utc_offset_hours: -6,
};
const peaks = (startMs: number, hours: number, more: Partial<Tariff> = {}) =>
  tariffPrices({ ...tariff, ...more }, startMs, hours).flatMap((price, hour) => (price === 120 ? [hour] : []));

test("peaks go by the tariff's clock, its weekdays and its months", () => {
  const monday = Date.UTC(2024, 5, 3);
  // 17:00 and 18:00 at UTC−6 are 23:00 and 00:00 UTC; the first 00:00 belongs to Sunday there.
  expect(peaks(monday, 48)).toEqual([23, 24, 47]);
  expect(peaks(monday, 48, { utc_offset_hours: 0 })).toEqual([17, 18, 41, 42]);
  expect(peaks(monday, 24, { peak_weekdays: [7] })).toEqual([0]);
  expect(peaks(Date.UTC(2024, 7, 5), 48)).toEqual([]);
});
