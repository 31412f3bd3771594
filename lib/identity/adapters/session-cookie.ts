import { LRUCache } from "lru-cache";
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

/**
 * What was opened lately: deriving the key and decrypting take as long as the rest of a small request. A cookie says
 * only which session it is, so an old answer is no old right: the session's row is read all the same.
 */
const opened = new LRUCache<string, { sid: string; expiresAtS: number }>({ max: 5_000 });

/** The session's secret of a cookie's value; nothing when it isn't one of ours, or is too old at `now`. */
export async function openCookie(value: string, isSecure: boolean, now: Date): Promise<string | undefined> {
  const name = cookieName(isSecure);
  const known = opened.get(`${name}=${value}`) ?? (await decrypted(value, name));
  if (!known || known.expiresAtS * 1000 <= now.getTime()) return undefined;
  opened.set(`${name}=${value}`, known);
  return known.sid;
}

async function decrypted(value: string, name: string): Promise<{ sid: string; expiresAtS: number } | undefined> {
  try {
    const token = await decode({ token: value, secret: secret(), salt: name });
    if (typeof token?.sid !== "string" || typeof token.exp !== "number") return undefined;
    return { sid: token.sid, expiresAtS: token.exp };
  } catch {
    return undefined;
  }
}
