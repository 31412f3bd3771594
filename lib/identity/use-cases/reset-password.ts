import { command } from "@/lib/kernel/use-case";
import { paths } from "@/lib/paths";
import { rememberDevice } from "../adapters/device-cookie";
import { link } from "../adapters/links";
import { sha256Hex } from "../core/digest";
import { queueMail } from "../data/mail-queue";
import { dropTokens, peekToken, takeToken } from "../data/one-time-tokens";
import { revokeSessions } from "../data/sessions";
import { findUser, findUserByEmail, updateUser } from "../data/users";
import { AskByEmail, DoneOnDevice, MailSent, ResetPassword } from "../schemas";
import { guardMail } from "./guard-login";
import { issueLinkToken } from "./issue-link-token";
import { MAIL_SENT } from "./mail-sent";
import { newPasswordHash } from "./new-password";
import { tellPasswordChanged } from "./tell-password-changed";
import { linkIsOver } from "./verify-email";

const MINUTES = 10;

/** Sends a link to set a new password, if there is an account; the answer is the same if not. */
export const askPasswordReset = command({
  name: "identity.password.ask-reset",
  permission: "public",
  input: AskByEmail,
  output: MailSent,
  async run(ctx, { email }) {
    await guardMail(ctx, "reset", email);
    const user = await findUserByEmail(ctx, email);
    ctx.audit({ entity: "password_resets", id: (await sha256Hex(email)).slice(0, 16), after: { asked: true } });
    if (!user) return MAIL_SENT;
    const token = await issueLinkToken(ctx, { userId: user.id, purpose: "reset_password", validMs: MINUTES * 60_000 });
    await queueMail(ctx, {
      kind: "reset-password",
      params: { link: link(paths.resetPassword(user.locale, token)), minutes: MINUTES },
      locale: user.locale,
      to: user.email,
      tenantId: null,
      userId: user.id,
      now: ctx.now(),
    });
    return MAIL_SENT;
  },
});

/**
 * Sets a new password by the link of the mail; every session ends, and a second factor stays in force. A password that
 * may not be used leaves the link as it is. Throws `not_found` when the link is over.
 */
export const resetPassword = command({
  name: "identity.password.reset",
  permission: "public",
  input: ResetPassword,
  output: DoneOnDevice,
  async run(ctx, { token, password }) {
    const now = ctx.now();
    const wanted = { tokenHash: await sha256Hex(token), purpose: "reset_password" as const, now };
    if (!(await peekToken(ctx, wanted))) throw linkIsOver();
    const taken = await takeToken(ctx, wanted);
    const user = taken?.userId ? await findUser(ctx, taken.userId) : undefined;
    if (!user) throw linkIsOver();
    const passwordHash = await newPasswordHash(password, [user.name, user.email]);
    // The link came by mail, so the address is theirs.
    await updateUser(ctx, user.id, {
      passwordHash,
      passwordChangedAt: now,
      emailVerifiedAt: user.emailVerifiedAt ?? now,
    });
    await dropTokens(ctx, user.id, "verify_email", now);
    await revokeSessions(ctx, { userId: user.id }, "password_reset", now);
    await tellPasswordChanged(ctx, user);
    ctx.audit({ entity: "users", id: user.id, after: { password: "changed by link" } });
    // Whoever holds the link holds the mailbox: strangers who guess at the account no longer keep them out.
    const device_cookie = await rememberDevice(ctx.client.deviceCookie, user.email, now);
    return { status: "done" as const, device_cookie };
  },
});
