import { limitsPool } from "./store";

/** Whether the store of the limits answers, on the connections that they use, and how fast; never throws. */
export async function limitsAnswer(): Promise<{ ok: boolean; responseTimeMs: number }> {
  let started = performance.now();
  try {
    const client = await limitsPool().connect();
    try {
      started = performance.now();
      await client.query("select from rate_limits limit 1");
      return { ok: true, responseTimeMs: performance.now() - started };
    } finally {
      client.release();
    }
  } catch {
    return { ok: false, responseTimeMs: performance.now() - started };
  }
}
