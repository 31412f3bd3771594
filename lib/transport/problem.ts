import { AppError, type ErrorCode } from "@/lib/kernel/errors";

export const STATUS: Record<ErrorCode, number> = {
  bad_request: 400,
  validation: 422,
  unauthenticated: 401,
  mfa_required: 401,
  forbidden: 403,
  mfa_enrolment_required: 403,
  step_up_required: 403,
  email_unverified: 403,
  plan_limit: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  too_large: 413,
  precondition_required: 428,
  limit_exceeded: 429,
  unavailable: 503,
};

const TITLE: Record<ErrorCode | "internal", string> = {
  bad_request: "Bad request",
  validation: "Input is not valid",
  unauthenticated: "Not signed in",
  mfa_required: "Second factor needed",
  mfa_enrolment_required: "Second factor must be set up",
  step_up_required: "Confirm that it is you",
  email_unverified: "Address not confirmed",
  forbidden: "Not allowed",
  plan_limit: "Plan limit reached",
  not_found: "Not found",
  conflict: "Conflict",
  precondition_failed: "Changed in the meantime",
  too_large: "Too large",
  precondition_required: "If-Match is missing",
  limit_exceeded: "Too many requests",
  unavailable: "Not available right now",
  internal: "Internal error",
};

/** What an error is in HTTP. */
export const statusOf = (error: unknown): number => (error instanceof AppError ? STATUS[error.code] : 500);

/** RFC 9457 problem document. What is not an `AppError` says nothing about itself but its request id. */
export function problem(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : undefined;
  const code = known?.code ?? "internal";
  const status = statusOf(error);
  const retryAfter = known?.details.retryAfterSeconds;
  return Response.json(
    {
      type: "about:blank",
      title: TITLE[code],
      status,
      detail: known?.message ?? "Something went wrong on our side. Quote the request id when you report it.",
      code,
      request_id: requestId,
      ...(known?.details.errors ? { errors: known.details.errors } : {}),
      ...known?.details.members,
    },
    {
      status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8",
        "cache-control": "no-store",
        "x-request-id": requestId,
        // RFC 9110: whoever is told to say who they are is told how. A browser asks nothing of its own for this one.
        ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
        ...(retryAfter === undefined ? {} : { "retry-after": String(Math.ceil(retryAfter)) }),
      },
    },
  );
}
