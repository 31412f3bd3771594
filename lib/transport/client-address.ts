import { env } from "@/lib/platform/env";

/**
 * The address that a rate limit counts by. `X-Forwarded-For` is believed only behind a proxy that sets it
 * (`TRUST_PROXY=on`): its last entry is the one our own proxy wrote.
 */
export function clientAddress(request: Request): string {
  const forwarded = request.headers.get("x-forwarded-for");
  if (env().TRUST_PROXY === "on" && forwarded) return forwarded.split(",").at(-1)?.trim() || "unknown";
  return "direct";
}
