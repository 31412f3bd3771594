import { env } from "@/lib/platform/env";
import { keepObjectives } from "@/lib/platform/metrics/keep-objectives";
import { serveMetrics } from "@/lib/platform/metrics/metrics-server";
import { startTracing } from "@/lib/platform/tracing/start-tracing";

type Watched = { stop(): Promise<void> };

/** Lets the web server be watched; its figures are a route of its own (`metrics-endpoint.ts`). */
export async function watchWeb(): Promise<void> {
  await startTracing("hashinsight-web");
  keepObjectives();
}

/** Lets a background process be watched: its figures at METRICS_PORT, where that is set. */
export async function watchWorker(): Promise<Watched> {
  const { HOST: host, METRICS_PORT: port, METRICS_TOKEN: token } = env();
  const tracing = await startTracing("hashinsight-worker");
  const server = port === undefined ? undefined : await serveMetrics({ host, port, token });
  const objectives = keepObjectives();
  return {
    async stop() {
      server?.stop();
      await objectives.stop();
      await tracing.stop();
    },
  };
}
