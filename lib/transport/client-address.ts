import { env } from "@/lib/platform/env";

/** Set on every request by the web server (scripts/web/server.ts) from the socket; what a visitor sends is overwritten. */
const FROM_SOCKET = "x-client-address";

/**
 * The address that a rate limit counts by. `X-Forwarded-For` is believed only behind a proxy that sets it
 * (`TRUST_PROXY=on`): its last entry is the one our own proxy wrote.
 */
export function clientAddress(request: Request): string {
  const forwarded = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (env().TRUST_PROXY === "on" && forwarded) return forwarded;
  return request.headers.get(FROM_SOCKET) ?? "direct";
}
