/** The closed range of every number that a calculation takes; the form's inputs read the same table. */
export const LIMITS = {
  quantity: [1, 1e6],
  hashrate_th: [0, 1e6],
  power_w: [0, 1e6],
  electricity_cost: [-1, 10],
  percentage: [0, 100],
  growth: [-75, 300],
  other_costs_usd_day: [0, 1e9],
  machine_price_usd: [0, 1e9],
  horizon_months: [1, 120],
  btc_price: [0, 1e8],
  difficulty: [1, 1e18],
  network_hashrate_ehs: [0, 1e9],
  block_height: [0, 2e7],
  block_subsidy_sats: [0, 5e9],
  fees_sats_per_block: [0, 1e10],
  block_interval_s: [0, 86_400],
  pool_hashrate_ehs: [0, 1e9],
  paths: [10, 20_000],
  seed: [0, 2 ** 32 - 1],
  volatility: [0, 500],
  correlation: [-1, 1],
  profiles: [1, 50],
} as const satisfies Record<string, readonly [number, number]>;

/** The first and the last day that a projection may begin with. */
export const START_DATE_RANGE = ["2009-01-03", "2199-12-31"] as const;
