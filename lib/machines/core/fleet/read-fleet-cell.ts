type ReadNumber = (text: string) => number | null;

/** A price's unit against dollars per kWh, or null for money that we don't turn into dollars. */
const PRICE_UNITS: [RegExp, number | null][] = [
  // 分 is a hundredth of a yuan where it is a unit; 分时 is a tariff by the hour.
  [/cny|rmb|¥|元|人民币|eur|€|gbp|£|rub|₽|cad|kzt|₸|分\s*(?:\/|每)\s*(?:kwh|千瓦时|度)|\(分\)/iu, null],
  [/mwh|兆瓦时/iu, 1e-3],
  [/(?:^|[^a-z])(?:cts?|cents?)(?:[^a-z]|$)|(?:^|[^a-z])c\s*(?:\/|per|每)?\s*(?:kwh|千瓦时|度)|¢/iu, 1e-2],
];

/** US dollars and cents in Chinese have the yuan's signs in them. */
const withoutDollars = (text: string): string => text.normalize("NFKC").replaceAll("美元", "$").replaceAll("美分", "¢");

/** The factor of a heading's unit to dollars per kWh: `Price (c/kWh)` is 0.01. Null: another money. */
export function priceFactor(heading: string): number | null {
  const unit = PRICE_UNITS.find(([pattern]) => pattern.test(withoutDollars(heading)));
  return unit ? unit[1] : 1;
}

type Price = { value: number } | "not_a_number" | "currency";

/** Dollars per kWh: `0.06`, `$0.06/kWh`, `6.5 c/kWh`, `65 $/MWh`; a cell's own unit goes before its heading's. */
export function readPrice(text: string, factor: number | null, read: ReadNumber): Price {
  const plain = withoutDollars(text);
  const unit = PRICE_UNITS.find(([pattern]) => pattern.test(plain));
  const own = unit ? unit[1] : factor;
  if (own === null) return "currency";
  const value = read(
    plain.replace(
      /(?:us)?\$|usd|¢|\s*(?:cts?|cents?)(?![a-z])|\s*c?\s*(?:\/|per|每)?\s*(?:[km]wh|千瓦时|兆瓦时|度)/giu,
      "",
    ),
  );
  return value === null ? "not_a_number" : { value: Number((value * own).toPrecision(15)) };
}

/** Dollars: `$1,250`, `1250 USD`. */
export function readMoney(text: string, read: ReadNumber): Price {
  const plain = withoutDollars(text);
  if (PRICE_UNITS[0]?.[0].test(plain)) return "currency";
  const value = read(plain.replace(/us\$|\$|usd/giu, ""));
  return value === null ? "not_a_number" : { value };
}

/** `12`, `12 台`, `x12`, `1,200 pcs` */
export const readQuantity = (text: string, read: ReadNumber): number | null =>
  read(text.normalize("NFKC").replace(/^\s*[x×]\s*|\s*(?:台|个|pcs?\.?|units?|machines?|x|×)\s*$/giu, ""));

const YEAR_FIRST = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/u;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u;

/**
 * A day as `2026-01-31`: `2026/1/31`, `2026年1月31日`, `31.01.2026`, and `31/01/2026` where no other reading is possible.
 * `ambiguous`: `03/04/2026` is a day in March or in April.
 */
export function readDay(text: string): string | "ambiguous" | null {
  const plain = text.normalize("NFKC").trim();
  const [, year, month, day] = YEAR_FIRST.exec(plain) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, first, mark, second, last] = YEAR_LAST.exec(plain) ?? [];
  if (last === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  if (mark === "." || a > 12) return dayOf(Number(last), b, a);
  if (b > 12 || a === b) return dayOf(Number(last), a, b);
  return "ambiguous";
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
