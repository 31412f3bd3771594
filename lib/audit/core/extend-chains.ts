import { entryHash } from "./entry-hash";
import { chainOf, type Link, type LogEntry, NO_HASH, type Sha256 } from "./log-entry";

/** Where a chain ends: the number and the hash of its last link. */
export type ChainEnd = { seq: number; hash: string };

export type NewLink = Link & { chain: string; tenantId: string | null };

/** Numbers entries on, each in its chain and in the order given. `ends` holds where the chains end by now. */
export function extendChains(
  ends: ReadonlyMap<string, ChainEnd>,
  entries: readonly LogEntry[],
  sha256: Sha256,
): NewLink[] {
  const reached = new Map(ends);
  return entries.map((entry) => {
    const chain = chainOf(entry.tenantId);
    const last = reached.get(chain) ?? { seq: 0, hash: NO_HASH };
    const seq = last.seq + 1;
    const hash = entryHash(sha256, last.hash, chain, seq, entry);
    reached.set(chain, { seq, hash });
    return { chain, tenantId: entry.tenantId, seq, auditId: entry.id, prevHash: last.hash, hash };
  });
}
