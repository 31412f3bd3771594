import { isIP } from "node:net";
import { deviceCookieName } from "@/lib/identity/adapters/device-cookie";
import type { ClientInfo } from "@/lib/kernel/context";
import { env } from "@/lib/platform/env";

/** Set on every request by the web server (scripts/web/server.ts) from the socket; what a visitor sends is overwritten. */
const FROM_SOCKET = "x-client-address";
const MAX_USER_AGENT = 400;

/**
 * The address that limits and lists go by. `X-Forwarded-For` is believed only behind a proxy that sets it
 * (`TRUST_PROXY=on`): its last entry is the one our own proxy wrote.
 */
export function clientAddress(headers: Headers): string {
  const forwarded = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  if (env().TRUST_PROXY === "on" && forwarded && isIP(forwarded)) return forwarded;
  return clientSocket(headers);
}

/** The address at the other end of the socket, whatever a proxy says; `direct` where nobody named it. */
export const clientSocket = (headers: Headers): string => headers.get(FROM_SOCKET) ?? "direct";

/**
 * Where the visitor sees the product: APP_URL where that is set, else the host that the browser asked for; the protocol
 * is known behind a proxy that tells it (`TRUST_PROXY=on`).
 */
export function publicOrigin(headers: Headers): string {
  const configured = env().APP_URL;
  if (configured) return new URL(configured).origin;
  const forwarded = env().TRUST_PROXY === "on" ? headers.get("x-forwarded-proto") : null;
  const protocol = forwarded?.split(",").at(-1)?.trim() === "https" ? "https" : "http";
  const origin = `${protocol}://${headers.get("host") ?? ""}`;
  return URL.canParse(origin) ? new URL(origin).origin : `http://${env().HOST}:${env().PORT}`;
}

export const isSecureOrigin = (origin: string): boolean => origin.startsWith("https://");

/** A cookie without Secure may only travel inside one machine. */
export function mayCarryCookie(origin: string): boolean {
  if (isSecureOrigin(origin)) return true;
  const { hostname } = new URL(origin);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

export function clientInfo(headers: Headers): ClientInfo {
  const origin = publicOrigin(headers);
  return {
    ip: clientAddress(headers),
    // Control characters have no business in a list of devices or in a log.
    userAgent: (headers.get("user-agent") ?? "").replace(/[\p{Cc}]/gu, " ").slice(0, MAX_USER_AGENT),
    origin,
    deviceCookie: readCookie(headers, deviceCookieName(isSecureOrigin(origin))) ?? null,
  };
}

/** A cookie's value as it was sent. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const part of headers.get("cookie")?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
