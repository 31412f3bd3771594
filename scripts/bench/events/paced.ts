import { setTimeout as wait } from "node:timers/promises";

export type Pace = { perSecond: number; seconds: number };

/** Calls `act` at an even pace, whatever the calls take, and waits for them all. */
export async function paced<T>(act: (index: number) => Promise<T>, { perSecond, seconds }: Pace): Promise<T[]> {
  const calls: Promise<T>[] = [];
  const begun = performance.now();
  for (let index = 0; index < perSecond * seconds; index++) {
    const early = begun + (index * 1_000) / perSecond - performance.now();
    if (early > 0) await wait(early);
    const call = act(index);
    // Told below, once all are over.
    call.catch(() => undefined);
    calls.push(call);
  }
  return Promise.all(calls);
}
