import { performance } from "node:perf_hooks";
import autocannon from "autocannon";

export type Load = { p50: number; p95: number; p99: number; perSecond: number };
export type Target = {
  url: string;
  method: "GET" | "POST";
  connections: number;
  /** JSON. */
  body?: string;
  headers?: Record<string, string>;
};

/** Asks `target` for `seconds`; latencies in ms. Throws when an answer isn't 200. */
export async function load({ url, method, connections, body, headers }: Target, seconds: number): Promise<Load> {
  const latencies: number[] = [];
  const wrong = new Map<number, number>();
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        method,
        connections,
        duration: seconds,
        ...(body === undefined ? {} : { body }),
        headers: body === undefined ? { ...headers } : { "content-type": "application/json", ...headers },
      },
      (error) => (error ? reject(error) : resolve()),
    );
    run.on("response", (_client, status, _bytes, ms) => {
      if (status !== 200) wrong.set(status, (wrong.get(status) ?? 0) + 1);
      latencies.push(ms);
    });
  });
  const others = [...wrong].map(([status, times]) => `${times} × ${status}`).join(", ");
  if (others || latencies.length === 0)
    throw new Error(`Of ${latencies.length} answers from ${url} not 200: ${others}`);
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const perSecond = latencies.length / ((performance.now() - started) / 1000);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond };
}
