export type Attributes = Record<string, string | number | boolean>;

/** What follows a request through the processes; OpenTelemetry stands behind it (`open-telemetry.ts`). */
export type Tracing = {
  /** Does `work` in a span; spans that begin in it are below it. */
  inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T>;
  /** A span of what is over: `beganAt` is in milliseconds since 1970. */
  past(name: string, beganAt: number, attributes: Attributes, error?: unknown): void;
  /** Sends what isn't sent yet. */
  stop(): Promise<void>;
};

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module.
  var hashinsightTracing: Tracing | undefined;
}

/** Does `work` in a span, where traces are made. */
export const traced = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  globalThis.hashinsightTracing ? globalThis.hashinsightTracing.inSpan(name, attributes, work) : work();

/** A span of what is over, where traces are made. */
export const tracePast: Tracing["past"] = (...span) => globalThis.hashinsightTracing?.past(...span);
