import { HASHES_PER_DIFFICULTY } from "@/lib/kernel/bitcoin/hashprice";
import { HASHES_PER_EH, HASHES_PER_TH, SECONDS_PER_DAY } from "@/lib/kernel/units";
import { paidHashrateTh } from "./daily-figures";
import type { Terms } from "./terms";

/**
 * Blocks a day at difficulty 1 by whoever's luck decides the pay: the machines themselves (SOLO) or the pool (PPLNS).
 * Null where pay doesn't scatter, and for a PPLNS pool whose size isn't known.
 */
export function blocksPerDayAtOne(terms: Terms): number | null {
  const perHash = SECONDS_PER_DAY / HASHES_PER_DIFFICULTY;
  if (terms.pool.method === "SOLO") return paidHashrateTh(terms) * HASHES_PER_TH * perHash;
  if (terms.pool.method === "PPLNS" && terms.poolHashrateEhs !== null) {
    return terms.poolHashrateEhs * HASHES_PER_EH * perHash;
  }
  return null;
}
