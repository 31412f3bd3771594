import { createHmac, randomUUID } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { secretKey } from "@/lib/platform/secrets";
import { DEVICE_DAYS, type KnownAccount, knownDevice, MAX_ACCOUNTS, rememberAccount } from "../core/device-cookie";

/** So that no other token of ours can stand in for one. */
const TYPE = "device+jwt";
export const DEVICE_COOKIE_S = DEVICE_DAYS * 86_400;

const Account = z.object({ tag: z.string(), device: z.string(), since: z.int() });
const Claims = z.object({ accounts: z.array(Account).max(MAX_ACCOUNTS) });

/** With TLS the browser itself guards the name. */
export const deviceCookieName = (isSecure: boolean): string =>
  isSecure ? "__Host-hashinsight_device" : "hashinsight_device";

/**
 * The id of the device that sent this cookie, if it has signed in to the account before. It proves no one's identity and
 * opens nothing: wrong passwords from it are counted apart from those of strangers.
 */
export async function readDevice(cookie: string | null, email: string, now = new Date()): Promise<string | null> {
  return knownDevice(await accountsOf(cookie, now), tagOf(email), now);
}

/** The cookie's value after signing in to the account. */
export async function rememberDevice(cookie: string | null, email: string, now = new Date()): Promise<string> {
  const accounts = rememberAccount(await accountsOf(cookie, now), tagOf(email), randomUUID(), now);
  return new SignJWT({ accounts })
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + DEVICE_COOKIE_S * 1000))
    .sign(secretKey("device-cookie"));
}

/** An account's name in the cookie: whoever reads the cookie learns no address from it. */
const tagOf = (email: string): string =>
  createHmac("sha256", secretKey("device-cookie"))
    .update(`account:${email.trim().normalize("NFKC").toLowerCase()}`)
    .digest("base64url")
    .slice(0, 22);

async function accountsOf(cookie: string | null, now: Date): Promise<KnownAccount[]> {
  if (cookie === null) return [];
  try {
    const { payload } = await jwtVerify(cookie, secretKey("device-cookie"), {
      algorithms: ["HS256"],
      typ: TYPE,
      requiredClaims: ["exp"],
      currentDate: now,
    });
    const claims = Claims.safeParse(payload);
    return claims.success ? claims.data.accounts : [];
  } catch (error) {
    if (error instanceof errors.JOSEError) return [];
    throw error;
  }
}
