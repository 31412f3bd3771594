import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { sha256Hex } from "../core/digest";
import { takeToken } from "../data/one-time-tokens";
import { findUser, findUserByEmail, updateUser } from "../data/users";
import { AskByEmail, MailSent, Verified, VerifyEmail } from "../schemas";
import { guardMail } from "./guard-login";
import { MAIL_SENT } from "./mail-sent";
import { sendVerification } from "./send-verification";

export const linkIsOver = () =>
  new AppError("not_found", "This link was used already, is too old, or isn't complete: ask for a new one.");

/** Confirms an address by the link of the mail. Throws `not_found` when the link is over. */
export const verifyEmail = command({
  name: "identity.email.verify",
  permission: "public",
  input: VerifyEmail,
  output: Verified,
  async run(ctx, { token }) {
    const now = ctx.now();
    const taken = await takeToken(ctx, { tokenHash: await sha256Hex(token), purpose: "verify_email", now });
    const user = taken?.userId ? await findUser(ctx, taken.userId) : undefined;
    if (!user) throw linkIsOver();
    await updateUser(ctx, user.id, { emailVerifiedAt: now });
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
