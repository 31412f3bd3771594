import { env } from "../env";

/** Makes traces of this process, where OTEL_EXPORTER_OTLP_ENDPOINT is set; else nothing of it is even loaded. */
export async function startTracing(service: string): Promise<{ stop(): Promise<void> }> {
  const endpoint = env().OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return { stop: async () => undefined };
  const { openTelemetry } = await import("./open-telemetry");
  const tracing = openTelemetry({ endpoint, service });
  globalThis.hashinsightTracing = tracing;
  return tracing;
}
