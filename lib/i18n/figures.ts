import type { Locale } from "../kernel/context";
import { formatNumber, NO_VALUE } from "./number-format";
import { defaultUnits, type UnitPreference } from "./unit-preference";
import { hashrateUnits, powerPriceUnits, powerUnits, type Unit } from "./units";

/** A number ready for a page: `text` and `unit` to show (a non-breaking space goes between), `exact` to copy. */
export type FigureText = { text: string; unit?: string; exact: string };

type Value = number | null | undefined;
type Options = { digits?: number | readonly [number, number]; signed?: boolean; compact?: boolean };

const SATS_PER_BTC = 1e8;
// What would be rounded to $10,000.00.
const NO_CENTS_FROM = 9_999.995;

/** Every kind of figure in one place, so that the same thing reads the same on each page. Null gives `–` without a unit. */
export function figures(locale: Locale, units: UnitPreference = defaultUnits) {
  const make = (value: Value, options: Options & { currency?: "USD" }, unit?: string): FigureText => {
    const text = formatNumber(locale, value, options);
    if (text === NO_VALUE) return { text, exact: "" };
    return { text, exact: String(value), ...(unit ? { unit } : {}) };
  };
  const inUnit = (value: Value, unit: Unit, options: Options = {}): FigureText => {
    const shown = make(scale(value, unit.factor), { digits: unit.digits, ...options }, unit.symbol);
    return shown.exact === "" ? shown : { ...shown, exact: String(cleaned((value ?? 0) * unit.factor)) };
  };
  return {
    number: (value: Value, options: Options & { unit?: string } = {}) => make(value, options, options.unit),
    /** US dollars; two decimals unless asked otherwise. */
    usd: (value: Value, options: Options & { unit?: string } = {}) =>
      make(value, { digits: 2, ...options, currency: "USD" }, options.unit),
    /** US dollars as a page's first words have them: no cents from ten thousand on. */
    headline: (value: Value, options: Options = {}) =>
      make(value, { digits: Math.abs(value ?? 0) < NO_CENTS_FROM ? 2 : 0, ...options, currency: "USD" }),
    /** Takes per cent (2 is 2 %). */
    percent: (value: Value, options: Options = {}) => make(value, { digits: [0, 2], ...options }, "%"),
    /** Takes TH/s. */
    hashrate: (ths: Value, options?: Options) => inUnit(ths, hashrateUnits[units.hashrate], options),
    /** Takes watts. */
    power: (watts: Value, options?: Options) => inUnit(watts, powerUnits[units.power], options),
    /** Takes US dollars per kWh. */
    powerPrice: (usdPerKwh: Value, options?: Options) => inUnit(usdPerKwh, powerPriceUnits[units.powerPrice], options),
    efficiency: (joulePerTh: Value, options: Options = {}) => make(joulePerTh, { digits: [1, 2], ...options }, "J/TH"),
    /** US dollars per PH/s and day; `perPhDay` is the unit in the reader's language. */
    hashprice: (usd: Value, perPhDay: string) => make(usd, { digits: 2, currency: "USD" }, perPhDay),
    /** Difficulty in units of 1e12. */
    difficulty: (value: Value, options: Options = {}): FigureText => {
      const shown = make(scale(value, 1e-12), { digits: 2, ...options }, "T");
      return shown.exact === "" ? shown : { ...shown, exact: String(value) };
    },
    /** Takes satoshi and shows what the reader chose; dollars need `btcPriceUsd`, satoshi stand in without it. */
    coin: (sats: Value, btcPriceUsd: Value = null, options: Options = {}): FigureText => {
      if (units.coin === "btc") return make(scale(sats, 1 / SATS_PER_BTC), { digits: 8, ...options }, "BTC");
      if (units.coin === "usd" && typeof btcPriceUsd === "number") {
        return make(scale(sats, btcPriceUsd / SATS_PER_BTC), { digits: 2, ...options, currency: "USD" });
      }
      return make(sats, { digits: 0, ...options }, "sat");
    },
  };
}

export type Figures = ReturnType<typeof figures>;

const scale = (value: Value, factor: number): number | null =>
  value === null || value === undefined ? null : cleaned(value * factor);

/** 0.06 · 100 is 6.000000000000001 in binary: fifteen digits are what a double holds. */
const cleaned = (value: number): number => Number(value.toPrecision(15));
