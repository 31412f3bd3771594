import { seal, unseal } from "../secret-box";
import { newTo, type Position } from "./position";

/** Beyond a day the outbox may have dropped what came in between. */
const OLDEST_MS = 24 * 3_600_000;
/** A header of a request has room for twice as much. */
const LONGEST = 6_000;

/** What a place is good for: one cluster's snapshots, one company's pages. */
export type PlaceOf = { cluster: string; tenantId: string | null; now: Date };

const contextOf = ({ cluster, tenantId }: PlaceOf): string => `live ${tenantId ?? ""} ${cluster}`;

/**
 * A position as the `id` of a server-sent event: a text that only this installation reads, for the same company. None
 * where hundreds of transactions ran at that moment: the one before then counts, and what follows comes again.
 */
export function sealPlace({ snapshot, pinned, afterId }: Position, of: PlaceOf): string | undefined {
  const box = seal(JSON.stringify([of.now.getTime(), snapshot, pinned, afterId]), contextOf(of));
  return box.length > LONGEST ? undefined : box;
}

/** The position that was sealed; nothing where it is of another company or cluster, too old, or none at all. */
export function unsealPlace(box: string, of: PlaceOf): Position | undefined {
  try {
    const [at, snapshot, pinned, afterId] = JSON.parse(unseal(box, contextOf(of)));
    return of.now.getTime() - at > OLDEST_MS ? undefined : { snapshot, pinned, afterId };
  } catch {
    return undefined;
  }
}

/** Whether a position is one that `now` hasn't come to: of a database that was set back to an earlier time since. */
export const isAhead = (position: Position, now: Position): boolean =>
  BigInt(newTo({ ...position, snapshot: position.pinned ?? position.snapshot }).from) > BigInt(newTo(now).from);
