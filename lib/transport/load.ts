import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import type { Locale } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import type { UseCase } from "@/lib/kernel/use-case";
import { paths } from "@/lib/paths";
import { observeRequest } from "@/lib/platform/metrics/observe-request";
import { traced } from "@/lib/platform/tracing/traced";
import { type Asked, ctxOf } from "./ctx";
import { statusOf } from "./problem";

/** Who asked for the page, found out once a request. */
export const pageCaller = cache(
  async (locale: Locale): Promise<Asked> => ctxOf(await headersNow(), newRequestId(), locale),
);

/**
 * Next draws the page again in the answer to an action. The request still carries the cookie of before, but the action may
 * have given the session another secret, or none.
 */
async function headersNow(): Promise<Headers> {
  const sent = new Headers(await headers());
  const now = (await cookies()).toString();
  if (now === "") sent.delete("cookie");
  else sent.set("cookie", now);
  return sent;
}

/**
 * The page door: a server component reads through the same use case as REST does. Who isn't signed in is sent to sign in
 * and back. What is thrown carries the request id as its `digest`, which Next keeps: the error page and the log then name
 * the same id.
 */
export async function load<I extends z.ZodType, O extends z.ZodType>(
  useCase: UseCase<I, O>,
  raw: z.input<I>,
  locale: Locale,
): Promise<z.output<O>> {
  const { ctx, caller } = await pageCaller(locale);
  const started = performance.now();
  const observe = (status: number) =>
    observeRequest({ door: "page", method: "GET", route: useCase.name, status, ms: performance.now() - started });
  try {
    const output = await traced(useCase.name, { request_id: ctx.requestId }, () => useCase.execute(ctx, raw));
    observe(200);
    return output;
  } catch (error) {
    observe(statusOf(error));
    if (error instanceof AppError && error.code === "unauthenticated") {
      const over = caller.kind === "anonymous" && caller.staleCookie;
      redirect(paths.signIn(locale, { next: await pathOfPage(), ...(over ? { over: 1 } : {}) }));
    }
    if (error instanceof AppError && error.code === "mfa_enrolment_required") redirect(paths.enrol(locale));
    throw error instanceof Error ? Object.assign(error, { digest: ctx.requestId }) : error;
  }
}

/** Written by proxy.ts on every request for a page; what a visitor sends is overwritten. */
const pathOfPage = async (): Promise<string | undefined> => (await headers()).get("x-page-path") ?? undefined;
