import { setTimeout } from "node:timers/promises";
import { quantile } from "../quantile";

type Call = () => Promise<unknown>;
type How = {
  /** Of each call. */
  calls: number;
  /** Callers at a time. */
  atOnce: number;
  /** Each caller begins a call that often, and no sooner than its last one ended. */
  everyMs?: number;
};

/**
 * How long each of several calls takes, in ms. Every caller makes them in turn, so that they meet the same moments of a
 * machine that has better and worse ones.
 */
export async function latencies(
  calls: readonly Call[],
  { calls: wanted, atOnce, everyMs = 0 }: How,
): Promise<number[][]> {
  const taken: number[][] = calls.map(() => []);
  let left = wanted * calls.length;
  const caller = async (first: number) => {
    await setTimeout(Math.random() * everyMs);
    for (let turn = first; left-- > 0; turn++) {
      const started = performance.now();
      await calls[turn % calls.length]?.();
      const ms = performance.now() - started;
      taken[turn % calls.length]?.push(ms);
      if (ms < everyMs) await setTimeout(everyMs - ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, index) => caller(index)));
  return taken;
}

/** So many calls that the code is compiled and every connection has what it prepares, as in a server that runs for days. */
export const warm = (calls: readonly Call[]): Promise<unknown> => latencies(calls, { calls: 4_000, atOnce: 32 });

export const p95 = (values: readonly number[] = []): number => quantile(values, 0.95);
