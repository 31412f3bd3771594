import { isoDate, utcDateMs } from "../calendar";
import { HALVING_BLOCKS } from "./subsidy";

const GENESIS_MS = utcDateMs("2009-01-03");
const CLOSE_ENOUGH_MS = 1_000;

/**
 * The UTC day on which the subsidy was last halved up to a moment, null before the first time. `heightAt` says how high the
 * chain was. Up to the end of 2024: 2024-04-20, the day of block 840,000.
 */
export function lastHalvingDay(heightAt: (ms: number) => number, untilMs: number): string | null {
  const halving = Math.floor(heightAt(untilMs) / HALVING_BLOCKS) * HALVING_BLOCKS;
  if (halving === 0) return null;
  let [before, since] = [GENESIS_MS, untilMs];
  while (since - before > CLOSE_ENOUGH_MS) {
    const middle = Math.floor((before + since) / 2);
    if (heightAt(middle) >= halving) since = middle;
    else before = middle;
  }
  return isoDate(since);
}
