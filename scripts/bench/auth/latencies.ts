import { setTimeout } from "node:timers/promises";

/**
 * Runs `call` `calls` times, `atOnce` of them at a time; how long each took, in ms. With `everyMs` each of these callers
 * begins one that often, at random within that time, and no sooner than the last one ended.
 */
export async function latencies(
  call: () => Promise<unknown>,
  calls: number,
  atOnce: number,
  everyMs = 0,
): Promise<number[]> {
  const taken: number[] = [];
  let left = calls;
  const worker = async () => {
    await setTimeout(Math.random() * everyMs);
    while (left-- > 0) {
      const started = performance.now();
      await call();
      const ms = performance.now() - started;
      taken.push(ms);
      if (ms < everyMs) await setTimeout(everyMs - ms);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return taken;
}

/** So many calls that the code is compiled and every connection has what it prepares, as in a server that runs for days. */
export const warm = (call: () => Promise<unknown>): Promise<number[]> => latencies(call, 4_000, 32);

export function p95(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}
