import { limitsPool } from "./store";

/** Whether the store of the limits answers, on the connections that they use; never throws, and waits three seconds at most. */
export async function limitsAnswer(): Promise<{ ok: boolean; responseTimeMs: number }> {
  const started = performance.now();
  const ok = await limitsPool()
    .query("select from rate_limits limit 1")
    .then(
      () => true,
      () => false,
    );
  return { ok, responseTimeMs: performance.now() - started };
}
