/** The closed ranges of what is entered; the page's form reads the same table. */
export const MINER_LIMITS = {
  quantity: [1, 1_000_000],
  electricity_cost: [-1, 10],
  cost_usd: [0, 1e11],
} as const satisfies Record<string, readonly [number, number]>;
