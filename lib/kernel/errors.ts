/** Every way in which a use case can say no. `transport/problem.ts` maps each to its HTTP status. */
export type ErrorCode =
  | "bad_request"
  | "validation"
  | "unauthenticated"
  | "mfa_required"
  | "forbidden"
  | "mfa_enrolment_required"
  | "step_up_required"
  | "email_unverified"
  | "plan_limit"
  | "not_found"
  | "conflict"
  | "precondition_failed"
  | "too_large"
  | "precondition_required"
  | "limit_exceeded"
  | "unavailable";

/** One rejected field: `path` as in the JSON that came in (`rows.3.power_w`), `code` for machines, `message` for people. */
export type FieldError = { path: string; code: string; message: string };

/** Further members of a refusal: what the caller needs to go on. */
export type Members = Record<string, string | number | readonly string[]>;

/** The one error that crosses layers. `message` is safe to show; the cause stays in the log. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: {
      errors?: FieldError[];
      retryAfterSeconds?: number;
      /** They stand in the problem document (`mfa_token`). */
      members?: Members;
    } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A refusal because of one field, whose words are the refusal's own. */
export const fieldRefusal = (kind: ErrorCode, path: string, code: string, message: string): AppError =>
  new AppError(kind, message, { errors: [{ path, code, message }] });
