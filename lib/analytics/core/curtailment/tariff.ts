/** A typed tariff: one price, and another in the hours of its peaks. */
export type Tariff = {
  base_usd_per_mwh: number;
  peak_usd_per_mwh: number;
  /** Hours of the day by the tariff's clock: 17 is from 17:00 to 18:00. */
  peak_hours: readonly number[];
  /** 1 Monday to 7 Sunday. */
  peak_weekdays: readonly number[];
  peak_months: readonly number[];
  /** Of the tariff's clock, all year. */
  utc_offset_hours: number;
};

const MS_PER_HOUR = 3_600_000;

/** Dollars a MWh in each hour from a moment on. Peaks from 17 to 19 at UTC−6: 23:00 and 00:00 UTC. */
export function tariffPrices(tariff: Tariff, startMs: number, hours: number): number[] {
  const [peakHours, weekdays, months] = [
    new Set(tariff.peak_hours),
    new Set(tariff.peak_weekdays),
    new Set(tariff.peak_months),
  ];
  return Array.from({ length: hours }, (_, hour) => {
    const clock = new Date(startMs + (hour + tariff.utc_offset_hours) * MS_PER_HOUR);
    const isPeak =
      peakHours.has(clock.getUTCHours()) && weekdays.has(clock.getUTCDay() || 7) && months.has(clock.getUTCMonth() + 1);
    return isPeak ? tariff.peak_usd_per_mwh : tariff.base_usd_per_mwh;
  });
}
