/** What every bench of the calculator asks about its machine: the market complete, so that none is looked up. */
export const EXAMPLE_CONDITIONS = {
  quantity: 10,
  electricity_cost: 0.06,
  machine_price_usd: 3000,
  start_date: "2026-01-01",
  market: {
    btc_price: 95_000,
    difficulty: 1.25e14,
    network_hashrate_ehs: 900,
    block_height: 930_000,
    fees_sats_per_block: 5_000_000,
  },
} as const;
