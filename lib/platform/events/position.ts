/**
 * How far a reader is in the outbox. Whatever `snapshot` saw is read; of what `pinned` saw beyond it, up to `afterId`.
 * Ids are given before commit, so "the highest id" loses events; what a snapshot saw is exact.
 */
export type Position = { snapshot: string; pinned: string | null; afterId: string };

/** The position before everything: no transaction is older than 3. */
export const BEGINNING: Position = { snapshot: "1:1:", pinned: null, afterId: "0" };

/** The position after all that a snapshot saw. */
export const allOf = (snapshot: string): Position => ({ snapshot, pinned: null, afterId: "0" });

/** Postgres writes a snapshot as `xmin:xmax:xip,xip,…`: what is below xmax and not in xip had ended. */
export function newTo({ snapshot }: Position): { from: string; running: string[] } {
  const [, from = "1", running = ""] = snapshot.split(":");
  return { from, running: running === "" ? [] : running.split(",") };
}

/** The oldest transaction that was open when the snapshot was taken: whatever is below it is seen. */
export const oldestOpen = (snapshot: string): string => snapshot.slice(0, snapshot.indexOf(":"));

type Read = { now: string; lastId: string | undefined; isFull: boolean };

/**
 * The position after a page. A full page means a backlog: it is read on in pages by id, within the snapshot of the first
 * page (pinned), so that what is committed meanwhile can't come between; then all that it saw is read.
 */
export function positionAfter(position: Position, { now, lastId, isFull }: Read): Position {
  if (isFull && lastId !== undefined)
    return { snapshot: position.snapshot, pinned: position.pinned ?? now, afterId: lastId };
  return allOf(position.pinned ?? now);
}
