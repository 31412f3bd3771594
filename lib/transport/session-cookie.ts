import { DEVICE_COOKIE_S, deviceCookieName } from "@/lib/identity/adapters/device-cookie";
import { cookieAttributes, cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { AppError } from "@/lib/kernel/errors";
import { isSecureOrigin, mayCarryCookie } from "./client-info";

/** What a use case that opens a session gives its door, besides its answer: never sent in a body. */
export type OpenedSession = { sid: string; session_expires_at: string; device_cookie?: string };

/** What a use case gives that lets this device be known from now on, without a session. */
type KnownDevice = { device_cookie: string };

export const isOpenedSession = (output: unknown): output is OpenedSession =>
  typeof output === "object" && output !== null && "sid" in output && "session_expires_at" in output;

export type Cookie = { name: string; value: string; maxAge: number } & ReturnType<typeof cookieAttributes>;

const isKnownDevice = (output: unknown): output is KnownDevice =>
  typeof output === "object" && output !== null && "device_cookie" in output;

/** Whether an output has a part that only the door may see. */
export const hasSecrets = (output: unknown): boolean => isOpenedSession(output) || isKnownDevice(output);

/** The cookies that an output asks for. Throws `forbidden` where they would travel in the open. */
export async function cookiesOf(output: unknown, origin: string, now: Date): Promise<Cookie[]> {
  if (!hasSecrets(output)) return [];
  requireSafeOrigin(origin);
  const isSecure = isSecureOrigin(origin);
  const attributes = cookieAttributes(isSecure);
  const cookies: Cookie[] = [];
  if (isOpenedSession(output)) {
    const maxAge = Math.max(0, Math.floor((new Date(output.session_expires_at).getTime() - now.getTime()) / 1000));
    const value = await sealCookie(output.sid, isSecure, maxAge);
    cookies.push({ name: cookieName(isSecure), value, maxAge, ...attributes });
  }
  if (isKnownDevice(output)) {
    const { device_cookie: value } = output;
    cookies.push({ name: deviceCookieName(isSecure), value, maxAge: DEVICE_COOKIE_S, ...attributes });
  }
  return cookies;
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
