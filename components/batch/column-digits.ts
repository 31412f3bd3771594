import type { Unit } from "@/lib/i18n/units";

type Values = readonly (number | null)[];

/** From so many dollars on, cents say nothing and take the room of what does. */
const NO_CENTS_FROM_USD = 10_000;

/** How many decimals all amounts of one column have. */
export const moneyDigits = (usd: Values): number =>
  usd.some((value) => value !== null && Math.abs(value) >= NO_CENTS_FROM_USD) ? 0 : 2;

/** The same of what has a unit: as many as one of them needs, within what the unit allows. */
export function columnDigits(values: Values, { factor, digits }: Unit): number {
  const [least, most] = typeof digits === "number" ? [digits, digits] : digits;
  const smallest = 10 ** -most / 2;
  let needed = least;
  for (const value of values) {
    const shown = (value ?? 0) * factor;
    while (needed < most && Math.abs(shown - Math.round(shown * 10 ** needed) / 10 ** needed) >= smallest) needed++;
    if (needed === most) break;
  }
  return needed;
}
