/**
 * What can be wrong with a chain at a number:
 * - `edited`: the entry, or its link, is not what was sealed
 * - `missing`: an entry or its link is gone, also where the numbers behind it were closed up
 * - `reordered`: an entry stands at another's place
 * - `inserted`: something stands here that was never sealed here
 * - `cut`: the chain ends before a place that a checkpoint has signed
 * - `rewritten`: the chain is whole, but not the one that a checkpoint has signed
 * - `signature`: a checkpoint was not signed by this installation
 */
export const FAULT_REASONS = ["edited", "missing", "reordered", "inserted", "cut", "rewritten", "signature"] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

export type ChainFault = { seq: number; reason: FaultReason };
