import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { sha256Hex } from "../core/digest";
import { dropTokens, peekToken, takeToken } from "../data/one-time-tokens";
import { findUser, findUserByEmail, lockAddress, updateUser } from "../data/users";
import { AskByEmail, MailSent, Verified, VerifyEmail } from "../schemas";
import { guardMail } from "./guard-login";
import { MAIL_SENT } from "./mail-sent";
import { sendVerification } from "./send-verification";

export const linkIsOver = () =>
  new AppError("not_found", "This link was used already, is too old, or isn't complete: ask for a new one.");

/**
 * Confirms an address by the link of a mail, with the password that the link was sent for; the other links are over then.
 * Throws `not_found` when the link is over.
 */
export const verifyEmail = command({
  name: "identity.email.verify",
  permission: "public",
  input: VerifyEmail,
  output: Verified,
  async run(ctx, { token }) {
    const now = ctx.now();
    const wanted = { tokenHash: await sha256Hex(token), purpose: "verify_email" as const, now };
    const userId = (await peekToken(ctx, wanted))?.userId;
    if (!userId) throw linkIsOver();
    await ctx.unit.rescope({ userId });
    const user = await findUser(ctx, userId);
    // Of two links that are followed at once, the second waits here and finds itself over.
    if (user) await lockAddress(ctx, user.email);
    const taken = user && (await takeToken(ctx, wanted));
    if (!taken) throw linkIsOver();
    await dropTokens(ctx, userId, "verify_email", now);
    const { password_hash: passwordHash } = taken.data;
    await updateUser(ctx, userId, {
      emailVerifiedAt: now,
      ...(typeof passwordHash === "string" ? { passwordHash } : {}),
    });
    ctx.audit({ entity: "users", id: user.id, after: { email_verified: true } });
    return { status: "verified" as const, email: user.email };
  },
});

/** Sends the link once more, to an address that waits for it; the answer is the same for every other. */
export const resendVerification = command({
  name: "identity.email.resend",
  permission: "public",
  input: AskByEmail,
  output: MailSent,
  async run(ctx, { email }) {
    await guardMail(ctx, "verify", email);
    const user = await findUserByEmail(ctx, email);
    if (user && !user.emailVerifiedAt) await sendVerification(ctx, user);
    ctx.audit({ entity: "sign_ups", id: (await sha256Hex(email)).slice(0, 16), after: { asked_again: true } });
    return MAIL_SENT;
  },
});
