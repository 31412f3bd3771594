import { DAYS_PER_YEAR } from "@/lib/kernel/units";

/** The decay a day of hashrate that falls as `(1 − d)^t`, t in years: `−ln(1 − d) / 365.25`; infinite where d is 1. */
export const decayForce = (decayYear: number): number => -Math.log1p(-decayYear) / DAYS_PER_YEAR;

/** Share of the first day's hashrate that is left after so many days. */
export const hashrateShare = (force: number, days: number): number => (days === 0 ? 1 : Math.exp(-force * days));

/**
 * Days at full hashrate that are worth the stretch from `from` to `to` (days since the start) under decay: the
 * integral of the share, so the parts of a stretch always add up to the whole.
 */
export function fullDays(force: number, from: number, to: number): number {
  const days = to - from;
  const fading = force * days;
  if (fading === 0 || days === 0) return days;
  if (fading === Number.POSITIVE_INFINITY) return 0;
  // expm1 keeps the digits that the difference of two nearly equal powers would lose.
  return hashrateShare(force, from) * days * (-Math.expm1(-fading) / fading);
}
