import { coinUnits, hashrateUnits, powerPriceUnits, powerUnits } from "./units";

/** The units that a reader chose, for every page; stored values never change with them. */
export type UnitPreference = {
  hashrate: keyof typeof hashrateUnits;
  power: keyof typeof powerUnits;
  powerPrice: keyof typeof powerPriceUnits;
  coin: keyof typeof coinUnits;
};

export const defaultUnits: UnitPreference = { hashrate: "th", power: "w", powerPrice: "cent", coin: "sats" };

/** A cookie, so that the server already renders the chosen unit: `th.w.cent.sats`. */
export const UNITS_COOKIE = "units";

export const writeUnits = (units: UnitPreference): string =>
  [units.hashrate, units.power, units.powerPrice, units.coin].join(".");

const pick = <K extends string>(known: Record<K, unknown>, asked: string | undefined, fallback: K): K =>
  asked !== undefined && Object.hasOwn(known, asked) ? (asked as K) : fallback;

/** Reads the cookie; whatever it doesn't say, or says wrongly, is the default. */
export function readUnits(cookie: string | undefined): UnitPreference {
  const [hashrate, power, powerPrice, coin] = (cookie ?? "").split(".");
  return {
    hashrate: pick(hashrateUnits, hashrate, defaultUnits.hashrate),
    power: pick(powerUnits, power, defaultUnits.power),
    powerPrice: pick(powerPriceUnits, powerPrice, defaultUnits.powerPrice),
    coin: pick(coinUnits, coin, defaultUnits.coin),
  };
}
