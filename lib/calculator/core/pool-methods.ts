/** How a pool pays: see `pool-reward.ts`. Apart from the shapes, so that a form can list them without a parser. */
export const POOL_METHODS = ["FPPS", "PPS", "PPS+", "PPLNS", "SOLO"] as const;
