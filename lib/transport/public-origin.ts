import { env } from "@/lib/platform/env";

/**
 * Where the visitor sees the product: `https://example.org`. The host is the one that the browser asked for; the
 * protocol is known behind a proxy that tells it (`TRUST_PROXY=on`).
 */
export function publicOrigin(request: Request): string {
  const own = new URL(request.url);
  const forwarded = env().TRUST_PROXY === "on" ? request.headers.get("x-forwarded-proto") : null;
  const protocol = forwarded?.split(",").at(-1)?.trim() || own.protocol.replace(":", "");
  const origin = `${protocol === "https" ? "https" : "http"}://${request.headers.get("host") ?? own.host}`;
  return URL.canParse(origin) ? new URL(origin).origin : own.origin;
}
