import { monotonicMs } from "./monotonic-ms";
import type { Took } from "./worker";
import type { WorkerProcess } from "./worker-process";

/** A backlog on its way through a consumer: events a second, and how long the batches took, in ms. */
export type Drained = { perSecond: number; batchMs: number[] };

/**
 * Waits until the worker's group has committed so many effects. Counted from `since`; without it from the first batch:
 * who begins with a backlog has to connect first.
 */
export function drained(worker: WorkerProcess, events: number, since?: Promise<number>): Promise<Drained> {
  const batches: Took[] = [];
  let seen = 0;
  return new Promise((resolve, reject) => {
    worker.onTook((took) => {
      batches.push(took);
      seen += took.events;
      if (seen < events) return;
      const batchMs = batches.map(({ arrivedMs, doneMs }) => doneMs - arrivedMs);
      const first = Promise.resolve(since ?? batches[0]?.arrivedMs ?? 0);
      first.then((from) => resolve({ perSecond: (events * 1_000) / (took.doneMs - from), batchMs }), reject);
    });
  });
}

/** When it was committed. */
export async function committedAt(work: Promise<unknown>): Promise<number> {
  await work;
  return monotonicMs();
}
