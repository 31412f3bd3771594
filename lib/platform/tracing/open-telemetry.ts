import { context, type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { AppError } from "@/lib/kernel/errors";
import { scrubText } from "../scrub";
import type { Tracing } from "./traced";

/** A process that is told to stop has a few seconds left. */
const SEND_EVERY_MS = 1_000;

/**
 * Sends spans to a collector at `endpoint`, by OTLP over HTTP. Next finds the same provider and adds its own spans. What a
 * stranger says about traces in headers isn't heeded: no propagator is set.
 */
export function openTelemetry({ endpoint, service }: { endpoint: string; service: string }): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: SEND_EVERY_MS })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  const tracer = trace.getTracer("hashinsight");
  return {
    inSpan: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes }, async (span) => {
        try {
          return await work();
        } catch (error) {
          noteError(span, error);
          throw error;
        } finally {
          span.end();
        }
      }),
    past(name, beganAt, attributes, error) {
      const span = tracer.startSpan(name, { startTime: beganAt, attributes });
      if (error !== undefined) noteError(span, error);
      span.end();
    },
    async stop() {
      await provider.shutdown();
      trace.disable();
      context.disable();
    },
  };
}

/** A refusal is an answer, not a fault. */
function noteError(span: Span, error: unknown): void {
  if (error instanceof AppError) return void span.setAttribute("refusal", error.code);
  const { name, message } = error instanceof Error ? error : { name: "unknown", message: String(error) };
  span.recordException({ name, message: scrubText(message) });
  span.setStatus({ code: SpanStatusCode.ERROR });
}
