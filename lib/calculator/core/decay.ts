import { DAYS_PER_YEAR } from "@/lib/kernel/units";

/** Share of the first day's hashrate that is left after so many days: `(1 − d)^t`, t in years. */
export const hashrateShare = (decayYear: number, days: number): number => (1 - decayYear) ** (days / DAYS_PER_YEAR);

/**
 * Days at full hashrate that are worth the stretch from `from` to `to` (days since the start) under decay: the
 * integral of `(1 − d)^t`, so the parts of a stretch always add up to the whole.
 */
export function fullDays(decayYear: number, from: number, to: number): number {
  if (decayYear === 0) return to - from;
  const force = Math.log(1 - decayYear) / DAYS_PER_YEAR;
  return (hashrateShare(decayYear, to) - hashrateShare(decayYear, from)) / force;
}
