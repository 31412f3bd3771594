import type { PoolMethod } from "./machine-fields";

/** `fee` is the share that the pool keeps; `feeOnFees` its share of transaction fees, which only PPS+ tells apart. */
export type PoolTerms = { method: PoolMethod; fee: number; feeOnFees: number };

/**
 * What a pool pays out of a block of `subsidySats` and `feesSats`, on average.
 * FPPS `(R + F)(1 − f)`, PPS `R(1 − f)`, PPS+ `R(1 − f1) + F(1 − f2)`; PPLNS and SOLO have FPPS's mean, but scatter.
 */
export function poolReward(pool: PoolTerms, subsidySats: number, feesSats: number): number {
  switch (pool.method) {
    case "PPS":
      return subsidySats * (1 - pool.fee);
    case "PPS+":
      return subsidySats * (1 - pool.fee) + feesSats * (1 - pool.feeOnFees);
    case "FPPS":
    case "PPLNS":
    case "SOLO":
      return (subsidySats + feesSats) * (1 - pool.fee);
  }
}
