import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import type { z } from "zod";
import { parseJson, readLimited } from "./http-body";
import { HttpFault } from "./http-fault";
import { joinUrl } from "./join-url";
import { parseRetryAfter } from "./retry-after";

type HttpRequest = {
  /** From the root of the host, beginning with a slash; empty where the base address is the whole address. */
  path: string;
  query?: Record<string, string>;
  /** Sent as JSON with POST. */
  post?: unknown;
  maxBytes?: number;
};

export type HttpClient = {
  /** One JSON answer, parsed by `schema`. Throws `HttpFault`, nothing else. */
  json<S extends z.ZodType>(request: HttpRequest, schema: S): Promise<z.output<S>>;
  /** For doors that say yes with no more than a 2xx: its headers, the body unread. Throws `HttpFault`, nothing else. */
  accepted(request: HttpRequest): Promise<Headers>;
};

export type HttpClientOptions = {
  /** The name that faults and logs carry. */
  source: string;
  baseUrl: string;
  /** `off`: every call is refused before any socket is opened. */
  network: "on" | "off";
  headers?: Record<string, string>;
  /** For one attempt, its body included. */
  timeoutMs?: number;
  maxBytes?: number;
  /** Further attempts after the first, on 429, 5xx, a broken connection and a time-out. */
  retries?: number;
  firstDelayMs?: number;
  /** A longer Retry-After is not waited for: the fault carries it to whoever plans the next call. */
  maxWaitMs?: number;
  /** Consecutive failed attempts that open the circuit, and how long it stays open. */
  breakAfter?: number;
  breakForMs?: number;
};

type Reading<T> = (response: Response, where: string) => Promise<T>;

/** One client a source: the circuit breaker is its memory, so keep it for the life of the process. */
export function httpClient(options: HttpClientOptions): HttpClient {
  const { source, timeoutMs = 8_000, maxBytes = 1 << 20, retries = 2, firstDelayMs = 400, maxWaitMs = 5_000 } = options;
  const isTransient = (error: unknown) => error instanceof HttpFault && error.transient;
  const isWorthWaiting = (error: unknown) =>
    error instanceof HttpFault && error.transient && (error.details.retryAfterMs ?? 0) <= maxWaitMs;
  const policy = wrap(
    retry(handleWhen(isWorthWaiting), {
      maxAttempts: retries,
      backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) => delay(context, firstDelayMs)),
    }),
    circuitBreaker(handleWhen(isTransient), {
      breaker: new ConsecutiveBreaker(options.breakAfter ?? 6),
      halfOpenAfter: options.breakForMs ?? 30_000,
    }),
  );
  const clock = timeout(timeoutMs, TimeoutStrategy.Cooperative);

  return {
    async json(request, schema) {
      const read = async (response: Response, where: string) =>
        parseJson(response, await readLimited(response, request.maxBytes ?? maxBytes, where), where);
      const body = await ask(request, read);
      const parsed = schema.safeParse(body);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new HttpFault("shape", `${source} ${request.path}: ${issue?.path.join(".")} ${issue?.message}`);
    },
    accepted: (request) =>
      ask(request, async (response) => {
        void response.body?.cancel();
        return response.headers;
      }),
  };

  async function ask<T>(request: HttpRequest, read: Reading<T>): Promise<T> {
    if (options.network === "off") throw new HttpFault("off", `${source}: NETWORK=off, no call is made`);
    const attempt = () => clock.execute(({ signal }) => call(request, read, signal));
    return policy.execute(attempt).catch((error: unknown) => {
      if (error instanceof BrokenCircuitError)
        throw new HttpFault("open", `${source}: failed too often, no call until it has rested`);
      throw error;
    });
  }

  async function call<T>(request: HttpRequest, read: Reading<T>, signal: AbortSignal): Promise<T> {
    const where = `${source} ${request.path}`.trimEnd();
    try {
      const response = await fetch(joinUrl(options.baseUrl, request.path, request.query), {
        method: request.post === undefined ? "GET" : "POST",
        headers: {
          accept: "application/json",
          "user-agent": "hashinsight",
          ...(request.post === undefined ? {} : { "content-type": "application/json" }),
          ...options.headers,
        },
        ...(request.post === undefined ? {} : { body: JSON.stringify(request.post) }),
        redirect: "manual",
        cache: "no-store",
        signal,
      });
      refuseOtherThanSuccess(response, where);
      return await read(response, where);
    } catch (error) {
      if (error instanceof HttpFault) throw error;
      if (signal.aborted) throw new HttpFault("timeout", `${where}: no full answer within ${timeoutMs} ms`);
      throw new HttpFault("network", `${where}: ${reason(error)}`, {}, { cause: error });
    }
  }
}

function refuseOtherThanSuccess(response: Response, where: string): void {
  if (response.ok) return;
  void response.body?.cancel();
  if (response.status >= 300 && response.status < 400) {
    throw new HttpFault("redirect", `${where}: redirects are not followed`, { status: response.status });
  }
  const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), Date.now());
  throw new HttpFault("status", `${where}: answered ${response.status}`, {
    status: response.status,
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  });
}

/** Full jitter over an exponential delay, or what the source asked for, a little later rather than earlier. */
function delay(context: IRetryBackoffContext<unknown>, firstDelayMs: number): number {
  const fault = "error" in context.result ? context.result.error : undefined;
  const asked = fault instanceof HttpFault ? fault.details.retryAfterMs : undefined;
  if (asked !== undefined) return asked + Math.random() * firstDelayMs;
  return Math.random() * firstDelayMs * 2 ** context.attempt;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
