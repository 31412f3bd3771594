import type { RoiReason } from "../schemas";
import type { Month } from "./projection";

/** The payback in days from the start: whole calendar months and the part of the last one. */
export function paybackDays(
  paybackMonths: number | null,
  months: readonly Month[],
  priceKnown: boolean,
): { roi_days: number | null; roi_reason: RoiReason | null } {
  if (!priceKnown) return { roi_days: null, roi_reason: "no_machine_price" };
  if (paybackMonths === null) return { roi_days: null, roi_reason: "not_within_horizon" };
  let days = 0;
  months.forEach((month, index) => {
    days += month.days * Math.min(1, Math.max(0, paybackMonths - index));
  });
  return { roi_days: days, roi_reason: null };
}
