import { setTimeout as wait } from "node:timers/promises";
import type { Shown } from "./listener";
import type { Read } from "./plain-reader";
import type { Write } from "./portfolios";

const MOST_BEHIND_MS = 120_000;

/** Waits until every write is in the totals that an open page shows. */
export function allShown(writes: readonly Write[], shown: readonly Shown[]): Promise<void> {
  const wanted = new Map<string, number>();
  for (const { userId, version } of writes) wanted.set(userId, Math.max(version, wanted.get(userId) ?? 0));
  let seen = 0;
  return patiently("some portfolio doesn't show its last write", () => {
    for (const { userId, upTo } of shown.slice(seen)) if (upTo >= (wanted.get(userId) ?? 0)) wanted.delete(userId);
    seen = shown.length;
    return wanted.size === 0;
  });
}

/** How long after it was acknowledged each write was in the totals, in ms: 0 where that was sooner. */
export function untilShown(writes: readonly Write[], shown: readonly Shown[]): number[] {
  const byUser = Map.groupBy(shown, ({ userId }) => userId);
  return writes.map(({ userId, version, ackMs }) => {
    const first = byUser.get(userId)?.find(({ upTo }) => upTo >= version);
    return Math.max(0, (first?.atMs ?? Number.POSITIVE_INFINITY) - ackMs);
  });
}

/** The same for their events; waits until all have come. */
export async function untilRead(writes: readonly Write[], read: () => readonly Read[]): Promise<number[]> {
  let times: number[] = [];
  await patiently("some event never came", () => {
    times = timesUntilRead(writes, read());
    return times.every(Number.isFinite);
  });
  return times;
}

function timesUntilRead(writes: readonly Write[], read: readonly Read[]): number[] {
  const first = new Map<string, number>();
  for (const { key, version, atMs } of read) {
    const name = `${key} ${version}`;
    if (!first.has(name)) first.set(name, atMs);
  }
  return writes.map(({ key, version, ackMs }) =>
    Math.max(0, (first.get(`${key} ${version}`) ?? Number.POSITIVE_INFINITY) - ackMs),
  );
}

async function patiently(fault: string, isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + MOST_BEHIND_MS; !isSo(); await wait(5))
    if (performance.now() > end) throw new Error(fault);
}
