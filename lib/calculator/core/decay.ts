import { DAYS_PER_YEAR } from "@/lib/kernel/units";

/** Share of the first day's hashrate that is left after so many days: `(1 − d)^t`, t in years. */
export const hashrateShare = (decayYear: number, days: number): number => (1 - decayYear) ** (days / DAYS_PER_YEAR);

/**
 * Days at full hashrate that are worth the stretch from `from` to `to` (days since the start) under decay: the
 * integral of `(1 − d)^t`, so the parts of a stretch always add up to the whole.
 */
export function fullDays(decayYear: number, from: number, to: number): number {
  const days = to - from;
  if (decayYear === 0) return days;
  if (decayYear === 1) return 0;
  const force = -Math.log1p(-decayYear) / DAYS_PER_YEAR;
  const fading = force * days;
  // expm1 keeps the digits that the difference of two nearly equal powers would lose.
  return fading === 0 ? days : Math.exp(-force * from) * days * (-Math.expm1(-fading) / fading);
}
