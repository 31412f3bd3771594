import { type Bars, barAt, trueRange } from "./bars";

export type Adx = { adx: (number | null)[]; pdi: (number | null)[]; mdi: (number | null)[] };

/**
 * Wilder's directional movement: +DI and −DI from index `period`, and the ADX, the smoothed mean of their
 * relative distance, from index 2 · period − 1.
 */
export function adx(bars: Bars, period: number): Adx {
  const range = wilderSum(period);
  const up = wilderSum(period);
  const down = wilderSum(period);
  const out: Adx = { adx: [], pdi: [], mdi: [] };
  let distanceSum = 0;
  let average: number | null = null;
  for (let index = 0; index < bars.close.length; index++) {
    const move = movement(bars, index);
    const total = index === 0 ? null : range(trueRange(bars, index) ?? 0);
    const plus = index === 0 ? null : up(move.up);
    const minus = index === 0 ? null : down(move.down);
    const pdi = share(plus, total);
    const mdi = share(minus, total);
    if (pdi !== null && mdi !== null) {
      const distance = pdi + mdi === 0 ? 0 : (100 * Math.abs(pdi - mdi)) / (pdi + mdi);
      if (average !== null) average = (average * (period - 1) + distance) / period;
      else {
        distanceSum += distance;
        if (index === 2 * period - 1) average = distanceSum / period;
      }
    }
    out.pdi.push(pdi);
    out.mdi.push(mdi);
    out.adx.push(average);
  }
  return out;
}

/** The larger of the two moves beyond the bar before counts, if it is one at all. */
function movement(bars: Bars, index: number): { up: number; down: number } {
  if (index === 0) return { up: 0, down: 0 };
  const [bar, before] = [barAt(bars, index), barAt(bars, index - 1)];
  const up = bar.high - before.high;
  const down = before.low - bar.low;
  return { up: up > down && up > 0 ? up : 0, down: down > up && down > 0 ? down : 0 };
}

/** A running sum that forgets 1 / period a bar; `null` until `period` values are in. */
function wilderSum(period: number): (value: number) => number | null {
  let sum = 0;
  let count = 0;
  return (value) => {
    count++;
    sum = count <= period ? sum + value : sum - sum / period + value;
    return count >= period ? sum : null;
  };
}

const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : whole === 0 ? 0 : (100 * part) / whole;
