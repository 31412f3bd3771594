/**
 * What the product answers before it has ever reached a source: the network as it was on the day named,
 * always with the state `default`. Figures with no honest default are `null`.
 */
export const DEFAULTS = {
  source: "built-in",
  network: {
    asOf: "2026-10-05T09:39:20.000Z",
    btc_price: 86_303.18,
    difficulty: 132_716_002_350_731,
    network_hashrate_ehs: 1_095.159811,
    /** 166 blocks were found on the day over which the hashrate was measured. */
    block_interval_s: 86_400 / 166,
    block_height: 969_989,
  },
  /** Mean of blocks 934,432 to 934,575. */
  fees: { asOf: "2026-02-01T08:40:17.000Z", fees_sats_per_block: 2_389_279 },
} as const;
