import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { keepsMail } from "../adapters/local-mailbox";
import { sealPendingMail } from "../adapters/pending-mail";
import { sha256Hex } from "../core/digest";
import { queueMail } from "../data/mail-queue";
import { insertTenant } from "../data/tenants";
import { insertAccess } from "../data/user-access";
import { findUserByEmail, insertUser, lockAddress, type UserRow } from "../data/users";
import { MailSentTo, Register } from "../schemas";
import { guardMail } from "./guard-login";
import { MAIL_SENT } from "./mail-sent";
import { newPasswordHash } from "./new-password";
import { sendVerification } from "./send-verification";

/**
 * Signs up a company with its owner. The answer is the same for an address that is known already: its person gets a mail
 * that says so, and nothing changes. Throws `validation` for a password that may not be used.
 */
export const register = command({
  name: "identity.register",
  permission: "public",
  input: Register,
  output: MailSentTo,
  async run(ctx, input) {
    const locale = input.locale ?? ctx.locale;
    await guardMail(ctx, "register", input.email);
    const passwordHash = await newPasswordHash(input.password, [input.name, input.company, input.email]);
    await lockAddress(ctx, input.email);
    const known = await findUserByEmail(ctx, input.email);
    const mail = known ? await tellThatKnown(ctx, known) : await signUp(ctx, { ...input, locale, passwordHash });
    const pending = { email: input.email, ...(keepsMail() ? { mail } : {}) };
    return { ...MAIL_SENT, pending_mail: await sealPendingMail(pending, ctx.now()) };
  },
});

/** A mail that is on its way, and whose it is. */
type Queued = { id: string; userId: string };

type SigningUp = Omit<UserRow, "id" | "emailVerifiedAt" | "platformAdmin" | "isDemo"> & {
  company: string;
  passwordHash: string;
};

async function signUp(ctx: CommandCtx, { email, name, company, locale, passwordHash }: SigningUp): Promise<Queued> {
  const now = ctx.now();
  const tenantId = crypto.randomUUID();
  const userId = crypto.randomUUID();
  await insertUser(ctx, { id: userId, email, name, locale, passwordHash, now });
  await insertTenant(ctx, { id: tenantId, name: company, plan: "free", now });
  await insertAccess(ctx, { id: crypto.randomUUID(), tenantId, userId, email, name, role: "owner", now });
  const id = await sendVerification(ctx, { id: userId, email, locale });
  ctx.audit({ entity: "tenants", id: tenantId, after: { name: company, owner: userId } });
  return { id, userId };
}

async function tellThatKnown(ctx: CommandCtx, user: UserRow): Promise<Queued> {
  await ctx.unit.rescope({ userId: user.id });
  const id = await queueMail(ctx, {
    kind: "already-registered",
    params: { signInLink: link(paths.signIn(user.locale)), resetLink: link(paths.forgotPassword(user.locale)) },
    locale: user.locale,
    to: user.email,
    tenantId: null,
    userId: user.id,
    now: ctx.now(),
  });
  ctx.audit({ entity: "sign_ups", id: (await sha256Hex(user.email)).slice(0, 16), after: { known: true } });
  return { id, userId: user.id };
}
