import { type Bars, trueRange } from "./bars";
import { blankColumn, type Column } from "./column";

export type Adx = { adx: Column; pdi: Column; mdi: Column };

/**
 * Wilder's directional movement: +DI and −DI from index `period`, and the ADX, the smoothed mean of their
 * relative distance, from index 2 · period − 1.
 */
export function adx(bars: Bars, period: number): Adx {
  const { length } = bars.close;
  const out: Adx = { adx: blankColumn(length), pdi: blankColumn(length), mdi: blankColumn(length) };
  // Running sums that forget 1 / period a bar once the period is full.
  let [range, up, down] = [0, 0, 0];
  let average = 0;
  for (let index = 1; index < length; index++) {
    const { high, low } = bars;
    const rise = (high[index] as number) - (high[index - 1] as number);
    const fall = (low[index - 1] as number) - (low[index] as number);
    const kept = index > period ? 1 - 1 / period : 1;
    range = range * kept + trueRange(bars, index);
    // The larger of the two moves beyond the bar before counts, if it is one at all.
    up = up * kept + (rise > fall && rise > 0 ? rise : 0);
    down = down * kept + (fall > rise && fall > 0 ? fall : 0);
    if (index < period) continue;
    const pdi = range === 0 ? 0 : (100 * up) / range;
    const mdi = range === 0 ? 0 : (100 * down) / range;
    const distance = pdi + mdi === 0 ? 0 : (100 * Math.abs(pdi - mdi)) / (pdi + mdi);
    const last = 2 * period - 1;
    average = index > last ? (average * (period - 1) + distance) / period : average + distance;
    if (index === last) average /= period;
    out.pdi[index] = pdi;
    out.mdi[index] = mdi;
    if (index >= last) out.adx[index] = average;
  }
  return out;
}
