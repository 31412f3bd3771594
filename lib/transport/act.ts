import { headers } from "next/headers";
import type { z } from "zod";
import type { Locale } from "@/lib/kernel/context";
import { AppError, type ErrorCode, type FieldError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import type { UseCase } from "@/lib/kernel/use-case";
import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { visitorCtx } from "./ctx";

/** What a form gets back: the data, or a code for which the page has the words. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode | "internal"; requestId: string; errors?: FieldError[] };

/** The server-action door. Next lets a request without an Origin pass, so the origin is checked here. */
export function act<I extends z.ZodType, O extends z.ZodType>(useCase: UseCase<I, O>, locale: Locale = "en") {
  return async (raw: z.input<I>): Promise<ActionResult<z.output<O>>> => {
    const requestId = newRequestId();
    try {
      await requireSameOrigin();
      return { ok: true, data: await useCase.execute(visitorCtx(requestId, locale), raw) };
    } catch (cause) {
      const error = databaseFault(cause);
      if (error instanceof AppError) {
        return {
          ok: false,
          code: error.code,
          requestId,
          ...(error.details.errors ? { errors: error.details.errors } : {}),
        };
      }
      log.error({ err: error, request_id: requestId, use_case: useCase.name }, "action failed");
      return { ok: false, code: "internal", requestId };
    }
  };
}

async function requireSameOrigin(): Promise<void> {
  const sent = await headers();
  const origin = sent.get("origin");
  const sameOrigin = origin
    ? URL.canParse(origin) && new URL(origin).host === sent.get("host")
    : sent.get("sec-fetch-site") === "same-origin";
  if (!sameOrigin) throw new AppError("forbidden", "This form was sent from another site.");
}
