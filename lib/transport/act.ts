import { cookies, headers } from "next/headers";
import type { z } from "zod";
import { AppError, type ErrorCode, type FieldError, type Members } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import type { UseCase } from "@/lib/kernel/use-case";
import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { observeRequest } from "@/lib/platform/metrics/observe-request";
import { traced } from "@/lib/platform/tracing/traced";
import { clientAddress } from "./client-info";
import { ctxOf } from "./ctx";
import { programLimiter } from "./limiter";
import { STATUS } from "./problem";
import { languageOfPage } from "./request-language";
import { requireSameOrigin } from "./same-origin";
import type { Limiter } from "./serve";
import { type Cookie, cookiesOf, endedCookie, hasSecrets } from "./session-cookie";

/** What a form gets back: the data, or a code for which the page has the words. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: ErrorCode | "internal";
      requestId: string;
      errors?: FieldError[];
      retryAfterSeconds?: number;
      members?: Members;
    };

type Options = {
  /** For what anybody may ask and each of which costs something: calls a minute, by address. */
  limiter?: Limiter;
  /** Ends the browser's session: the cookie goes. */
  closes?: true;
};

/** A page's script never sees the secrets of a session; the cookie carries what is needed. */
type Shown<T> = T extends unknown
  ? Omit<T, "sid" | "session_expires_at" | "device_cookie" | "access_token" | "refresh_token">
  : never;

/** The server-action door. Next lets a request without an Origin pass, so the origin is checked here. */
export function act<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<I, O>, options: Options = {}) {
  return async (raw: z.input<I>): Promise<ActionResult<Shown<z.output<O>>>> => {
    const started = performance.now();
    const result = await answered(raw);
    const status = result.ok ? 200 : result.code === "internal" ? 500 : STATUS[result.code];
    observeRequest({ door: "action", method: "POST", route: useCase.name, status, ms: performance.now() - started });
    return result;
  };

  async function answered(raw: z.input<I>): Promise<ActionResult<Shown<z.output<O>>>> {
    const requestId = newRequestId();
    try {
      const sent = await headers();
      await options.limiter?.take(clientAddress(sent));
      const { ctx } = await ctxOf(sent, requestId, languageOfPage(sent));
      await programLimiter.take(ctx.actor.kind === "anonymous" ? undefined : ctx.actor.id);
      requireSameOrigin(sent, ctx.client.origin);
      const output = await traced(useCase.name, { request_id: requestId }, () => useCase.execute(ctx, raw));
      const opened = await cookiesOf(output, ctx.client.origin, ctx.now());
      for (const cookie of options.closes ? [endedCookie(ctx.client.origin)] : opened) await setCookie(cookie);
      return { ok: true, data: shown(output) };
    } catch (cause) {
      return refusal(cause, requestId, useCase.name);
    }
  }
}

async function setCookie({ name, value, ...attributes }: Cookie): Promise<void> {
  (await cookies()).set(name, value, attributes);
}

function shown<T>(output: T): Shown<T> {
  if (!hasSecrets(output)) return output as Shown<T>;
  const { sid, session_expires_at, device_cookie, access_token, refresh_token, ...rest } = output as T &
    Record<string, unknown>;
  return rest as Shown<T>;
}

function refusal(cause: unknown, requestId: string, useCase: string): Extract<ActionResult<never>, { ok: false }> {
  const error = databaseFault(cause);
  if (!(error instanceof AppError)) {
    log.error({ err: error, request_id: requestId, use_case: useCase }, "action failed");
    return { ok: false, code: "internal", requestId };
  }
  return { ok: false, code: error.code, requestId, ...error.details };
}
