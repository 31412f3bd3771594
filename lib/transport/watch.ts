import { env } from "@/lib/platform/env";
import { serveMetrics } from "@/lib/platform/metrics/metrics-server";

/** Lets a background process be watched: its figures at METRICS_PORT, where that is set. */
export async function startWatch(): Promise<{ stop(): Promise<void> }> {
  const { HOST: host, METRICS_PORT: port, METRICS_TOKEN: token } = env();
  const server = port === undefined ? undefined : await serveMetrics({ host, port, token });
  return { stop: async () => server?.stop() };
}
