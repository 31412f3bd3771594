import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { sha256Hex } from "../core/digest";
import { queueMail } from "../data/mail-queue";
import { takeToken } from "../data/one-time-tokens";
import { revokeSessions } from "../data/sessions";
import { followPerson } from "../data/user-access";
import { findUser, findUserByEmail, lockAddress, updateUser } from "../data/users";
import { MemberChanged } from "../events";
import { AskByEmail, EmailAddress, MailSent, Verified, VerifyEmail } from "../schemas";
import { deviceOf } from "./complete-sign-in";
import { guardMail } from "./guard-login";
import { issueLinkToken } from "./issue-link-token";
import { MAIL_SENT } from "./mail-sent";
import { linkIsOver } from "./verify-email";

const HOURS = 1;

/** Sends a link to a new address; nothing changes before it is followed. An address that is taken gets no link. */
export const askEmailChange = command({
  name: "identity.email.ask-change",
  permission: "account",
  fresh: true,
  input: AskByEmail,
  output: MailSent,
  async run(ctx, { email }) {
    const user = await findUser(ctx, ctx.session?.userId ?? "");
    if (!user) throw new AppError("unauthenticated", "Sign in first.");
    await guardMail(ctx, "verify", email);
    ctx.audit({ entity: "users", id: user.id, after: { address_change: "asked" } });
    if (await findUserByEmail(ctx, email)) return MAIL_SENT;
    const wanted = { userId: user.id, purpose: "change_email" as const, data: { email } };
    const token = await issueLinkToken(ctx, { ...wanted, validMs: HOURS * 3_600_000 });
    await queueMail(ctx, {
      kind: "confirm-address",
      params: { link: link(paths.changeEmail(user.locale, token)), hours: HOURS },
      locale: user.locale,
      to: email,
      tenantId: null,
      userId: user.id,
      now: ctx.now(),
    });
    return MAIL_SENT;
  },
});

/** Changes the address by the link that went to the new one; every session ends. Throws `not_found` when the link is over. */
export const confirmEmailChange = command({
  name: "identity.email.change",
  permission: "public",
  emits: [MemberChanged],
  input: VerifyEmail,
  output: Verified,
  async run(ctx, { token }) {
    const now = ctx.now();
    const taken = await takeToken(ctx, { tokenHash: await sha256Hex(token), purpose: "change_email", now });
    const email = EmailAddress.safeParse(taken?.data.email).data;
    const user = taken?.userId ? await findUser(ctx, taken.userId) : undefined;
    if (email) await lockAddress(ctx, email);
    if (!user || !email || (await findUserByEmail(ctx, email))) throw linkIsOver();
    await updateUser(ctx, user.id, { email, emailVerifiedAt: now });
    await followPerson(ctx, user.id, { email, now });
    await revokeSessions(ctx, { userId: user.id }, "email_changed", now);
    const notice = { params: { ...deviceOf(ctx), newAddress: email }, locale: user.locale, to: user.email };
    await queueMail(ctx, { kind: "address-changed", ...notice, tenantId: null, userId: user.id, now });
    ctx.audit({ entity: "users", id: user.id, after: { address: "changed" } });
    return { status: "verified" as const, email };
  },
});
