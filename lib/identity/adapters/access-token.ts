import { errors, jwtVerify, SignJWT } from "jose";
import { secretKey } from "@/lib/platform/secrets";

const ISSUER = "hashinsight";
const AUDIENCE = "hashinsight-api";
/** RFC 9068, so that no other token of ours can stand in for one. */
const TYPE = "at+jwt";

export const ACCESS_TOKEN_MS = 15 * 60_000;

/** A bearer token for a session. It names the session by the hash of its secret; the row is read at every use. */
export async function issueAccessToken(
  sidHash: string,
  userId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + ACCESS_TOKEN_MS);
  const token = await new SignJWT({ sid: sidHash })
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(userId)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(secretKey("access-token"));
  return { token, expiresAt };
}

/** The session (by its hash) that a bearer token names; nothing for a token that is not ours, altered or too old. */
export async function readAccessToken(token: string, now: Date): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, secretKey("access-token"), {
      algorithms: ["HS256"],
      typ: TYPE,
      issuer: ISSUER,
      audience: AUDIENCE,
      requiredClaims: ["exp", "sub", "sid"],
      currentDate: now,
    });
    return typeof payload.sid === "string" && /^[0-9a-f]{64}$/.test(payload.sid) ? payload.sid : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
