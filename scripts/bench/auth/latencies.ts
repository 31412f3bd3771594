/** Runs `call` `calls` times, `atOnce` of them at a time; how long each took, in ms. */
export async function latencies(call: () => Promise<unknown>, calls: number, atOnce: number): Promise<number[]> {
  const taken: number[] = [];
  let left = calls;
  const worker = async () => {
    while (left-- > 0) {
      const started = performance.now();
      await call();
      taken.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return taken;
}

export function p95(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0;
}
