import type { CommandCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { keepsMail } from "../adapters/local-mailbox";
import { sealPendingMail } from "../adapters/pending-mail";
import { sha256Hex } from "../core/digest";
import { queueMail } from "../data/mail-queue";
import { findTenantRow, renameTenant } from "../data/tenant-list";
import { insertTenant } from "../data/tenants";
import { followPerson, insertAccess, listMemberships } from "../data/user-access";
import { findUserByEmail, insertUser, lockAddress, type UserRow, updateUser } from "../data/users";
import { CompanyChanged, CompanyFounded, MemberChanged } from "../events";
import { MailSentTo, Register } from "../schemas";
import { guardMail } from "./guard-login";
import { MAIL_SENT } from "./mail-sent";
import { newPasswordHash, withNewPassword } from "./new-password";
import { sendVerification } from "./send-verification";

/**
 * Signs up a company with its owner. The answer is the same for an address that is known already: its person gets a mail
 * that says so, and nothing changes; one that nobody has confirmed yet gets a link once more. Throws `validation` for a
 * password that may not be used.
 */
export const register = command({
  name: "identity.register",
  permission: "public",
  emits: [CompanyChanged, CompanyFounded, MemberChanged],
  input: withNewPassword(Register, ["name", "company", "email"]),
  output: MailSentTo,
  async run(ctx, input) {
    const locale = input.locale ?? ctx.locale;
    await guardMail(ctx, "register", input.email);
    const passwordHash = await newPasswordHash(input.password, [input.name, input.company, input.email]);
    await lockAddress(ctx, input.email);
    const known = await findUserByEmail(ctx, input.email);
    const wanted = { ...input, locale, passwordHash };
    const mail = !known
      ? await signUp(ctx, wanted)
      : known.emailVerifiedAt
        ? await tellThatKnown(ctx, known)
        : await signUpAgain(ctx, known, wanted);
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
  const id = await sendVerification(ctx, { id: userId, email, locale, passwordHash });
  ctx.audit({ entity: "tenants", id: tenantId, after: { name: company, owner: userId } });
  return { id, userId };
}

/** What was typed last stands, until somebody shows by a link that the address is theirs. */
async function signUpAgain(ctx: CommandCtx, user: UserRow, wanted: SigningUp): Promise<Queued> {
  const { name, company, locale, passwordHash } = wanted;
  const now = ctx.now();
  await ctx.unit.rescope({ userId: user.id });
  await updateUser(ctx, user.id, { name, locale, passwordHash, passwordChangedAt: now });
  await followPerson(ctx, user.id, { name, now });
  const [own] = await listMemberships(ctx, user.id);
  if (own) {
    await ctx.unit.rescope({ tenantId: own.tenantId });
    const tenant = await findTenantRow(ctx, own.tenantId);
    if (tenant) await renameTenant(ctx, { ...tenant, name: company });
  }
  const id = await sendVerification(ctx, { ...user, locale, passwordHash });
  const before = own && { name: own.tenantName };
  ctx.audit({ entity: "tenants", id: own?.tenantId ?? user.id, before, after: { name: company, owner: user.id } });
  return { id, userId: user.id };
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
