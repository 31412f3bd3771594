/** A quantity as a reader may want to see it: the stored value times `factor`, with `decimals` and `symbol`. */
export type Unit = { symbol: string; factor: number; digits: number | readonly [number, number] };

/** Stored in TH/s. */
export const hashrateUnits = {
  th: { symbol: "TH/s", factor: 1, digits: [0, 2] },
  ph: { symbol: "PH/s", factor: 1e-3, digits: [0, 3] },
  eh: { symbol: "EH/s", factor: 1e-6, digits: [0, 6] },
} as const satisfies Record<string, Unit>;

/** Stored in watts. */
export const powerUnits = {
  w: { symbol: "W", factor: 1, digits: [0, 1] },
  kw: { symbol: "kW", factor: 1e-3, digits: [0, 2] },
  mw: { symbol: "MW", factor: 1e-6, digits: [0, 4] },
} as const satisfies Record<string, Unit>;

/** Stored in US dollars per kWh. */
export const powerPriceUnits = {
  usd: { symbol: "$/kWh", factor: 1, digits: [2, 4] },
  cent: { symbol: "¢/kWh", factor: 100, digits: [1, 2] },
} as const satisfies Record<string, Unit>;

/** Stored in satoshi; `usd` needs a price and is worked out by whoever shows it. */
export const coinUnits = {
  sats: { symbol: "sat", factor: 1, digits: 0 },
  btc: { symbol: "BTC", factor: 1e-8, digits: 8 },
  usd: { symbol: "$", factor: 1, digits: 2 },
} as const satisfies Record<string, Unit>;
