import { AppError } from "@/lib/kernel/errors";

/** The version that a change is meant for. Throws `precondition_required` (428) when it isn't said. */
export function readIfMatch(headers: Headers): number {
  const sent = headers.get("if-match");
  if (sent === null)
    throw new AppError("precondition_required", 'Send the version that you change, as If-Match: "3". Read it first.');
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(sent.trim()) ?? [];
  if (version === undefined) throw new AppError("bad_request", 'If-Match is a version in quotes, such as "3".');
  return Number(version);
}

/** What an `Idempotency-Key` looks like. */
export const IS_KEY = /^[\x21-\x7e]{1,200}$/;

/** The key by which a repeated write is recognised, if one is sent. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!IS_KEY.test(key))
    throw new AppError("bad_request", "Idempotency-Key is 1 to 200 visible characters, such as a UUID.");
  return key;
}
