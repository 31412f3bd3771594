import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { secretKey } from "@/lib/platform/secrets";
import { PENDING_MAIL_S } from "../core/pending-mail";

/** So that no other token of ours can stand in for one. */
const TYPE = "pending-mail+jwt";

const PendingMail = z.object({
  email: z.string(),
  /** Only where mail stays on this machine: which one may be shown, and whose it is. */
  mail: z.object({ id: z.uuid(), userId: z.uuid() }).optional(),
});
export type PendingMail = z.output<typeof PendingMail>;

/** A note of a mail that was just sent, for the browser that asked for it; good for half an hour. */
export const sealPendingMail = (pending: PendingMail, now: Date): Promise<string> =>
  new SignJWT(pending)
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + PENDING_MAIL_S * 1000))
    .sign(secretKey("pending-mail"));

/** What such a note says; nothing where it is old or isn't ours. */
export async function openPendingMail(sealed: string, now: Date): Promise<PendingMail | undefined> {
  try {
    const { payload } = await jwtVerify(sealed, secretKey("pending-mail"), {
      algorithms: ["HS256"],
      typ: TYPE,
      requiredClaims: ["exp"],
      currentDate: now,
    });
    return PendingMail.safeParse(payload).data;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
