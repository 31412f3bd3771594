import { decode, encode } from "next-auth/jwt";
import { secretKey } from "@/lib/platform/secrets";

/** With TLS the browser itself guards the name; on loopback over plain http the prefix and Secure would be refused. */
export const cookieName = (isSecure: boolean): string => (isSecure ? "__Host-hashinsight" : "hashinsight");

const secret = () => secretKey("session-cookie").toString("base64url");

/** What next-auth and we set: never readable by scripts, never sent along from another site's form. */
export const cookieAttributes = (isSecure: boolean) =>
  ({ httpOnly: true, secure: isSecure, sameSite: "lax", path: "/" }) as const;

/**
 * The cookie's value for a session: next-auth's own encrypted token, which carries the session's secret and nothing
 * else. Everything that matters stands in the session's row and is read at every use.
 */
export const sealCookie = (sid: string, isSecure: boolean, maxAgeS: number): Promise<string> =>
  encode({ token: { sid }, secret: secret(), salt: cookieName(isSecure), maxAge: maxAgeS });

/** The session's secret of a cookie's value; nothing when it isn't one of ours, or is too old. */
export async function openCookie(value: string, isSecure: boolean): Promise<string | undefined> {
  try {
    const token = await decode({ token: value, secret: secret(), salt: cookieName(isSecure) });
    return typeof token?.sid === "string" ? token.sid : undefined;
  } catch {
    return undefined;
  }
}
