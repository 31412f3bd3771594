import { DEVICE_COOKIE_S, deviceCookieName } from "@/lib/identity/adapters/device-cookie";
import { cookieAttributes, cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { AppError } from "@/lib/kernel/errors";
import { isSecureOrigin, mayCarryCookie } from "./client-info";

/** What a use case that opens a session gives its door, besides its answer: never sent in a body. */
export type OpenedSession = { sid: string; session_expires_at: string; device_cookie?: string };

export const isOpenedSession = (output: unknown): output is OpenedSession =>
  typeof output === "object" && output !== null && "sid" in output && "session_expires_at" in output;

export type Cookie = { name: string; value: string; maxAge: number } & ReturnType<typeof cookieAttributes>;

/** The cookies of an opened session. Throws `forbidden` where they would travel in the open. */
export async function cookiesOf(opened: OpenedSession, origin: string, now: Date): Promise<Cookie[]> {
  requireSafeOrigin(origin);
  const isSecure = isSecureOrigin(origin);
  const maxAge = Math.max(0, Math.floor((new Date(opened.session_expires_at).getTime() - now.getTime()) / 1000));
  const value = await sealCookie(opened.sid, isSecure, maxAge);
  const session = { name: cookieName(isSecure), value, maxAge, ...cookieAttributes(isSecure) };
  if (opened.device_cookie === undefined) return [session];
  const device = { name: deviceCookieName(isSecure), value: opened.device_cookie, maxAge: DEVICE_COOKIE_S };
  return [session, { ...device, ...cookieAttributes(isSecure) }];
}

/** Throws `forbidden` with the reason where a session's cookie would travel in the open. */
export function requireSafeOrigin(origin: string): void {
  if (mayCarryCookie(origin)) return;
  throw new AppError(
    "forbidden",
    "Signing in needs https here: over plain http anybody on the way could take the session. Put a proxy with TLS in front.",
  );
}

export const endedCookie = (origin: string): Cookie => {
  const isSecure = isSecureOrigin(origin);
  return { name: cookieName(isSecure), value: "", maxAge: 0, ...cookieAttributes(isSecure) };
};

export function cookieHeader({ name, value, maxAge, secure, path }: Cookie): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
