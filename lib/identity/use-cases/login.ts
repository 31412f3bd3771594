import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { hashPassword, verifyPassword } from "../adapters/password-hash";
import { normaliseEmail } from "../core/email-address";
import { findUserByEmail, type UserRow, updateUser } from "../data/users";
import { Login, OpenedSignedIn } from "../schemas";
import { askSecondFactor } from "./ask-second-factor";
import { chooseTenant } from "./choose-tenant";
import { completeSignIn } from "./complete-sign-in";
import { guardLogin, guardMail } from "./guard-login";
import { nowhereOf } from "./nowhere";
import { recordFailedLogin } from "./record-login";
import { sendVerification } from "./send-verification";

/**
 * Signs a person in by their password. An unknown account takes as long and hears the same as a wrong password. Throws
 * `unauthenticated`, `mfa_required` (with `mfa_token`) where a second factor is asked for, `email_unverified`,
 * `limit_exceeded`, and `forbidden` for who has no company to enter.
 */
export const login = command({
  name: "identity.login",
  permission: "public",
  secretAnswer: true,
  input: Login,
  output: OpenedSignedIn,
  async run(ctx, { email, password }) {
    const address = normaliseEmail(email) ?? "";
    const guard = await guardLogin(ctx, address);
    const look = await inOwnUnit(ctx, "identity.login.look", (own) => lookUp(own, address));
    // The hash is computed outside of any transaction: a connection held for 60 ms would be one that others lack.
    const { right, outdated } = await verifyPassword(look?.user.passwordHash ?? null, password);
    if (!look || !right) return refuse(ctx, email, look);
    await guard.succeeded();
    const { user, place } = look;
    if (!user.emailVerifiedAt) return refuseUnverified(ctx, look);
    if (!place) return refuseWithoutAccess(ctx, look);
    const question = await askSecondFactor(ctx, user, "pwd", place.tenantId);
    if (question) throw question;
    await ctx.unit.rescope({ userId: user.id, tenantId: place.tenantId });
    if (outdated) await updateUser(ctx, user.id, { passwordHash: await hashPassword(password) });
    return completeSignIn(ctx, { user, place, amr: ["pwd"], method: "password" });
  },
});

type Look = { user: UserRow; place: Awaited<ReturnType<typeof chooseTenant>> };

/** The person with an address, and where they would begin: a failed try belongs into that company's records as well. */
async function lookUp(own: QueryCtx, address: string): Promise<Look | undefined> {
  const user = address === "" ? undefined : await findUserByEmail(own, address);
  if (!user) return undefined;
  await own.unit.rescope({ userId: user.id });
  return { user, place: await chooseTenant(own, user) };
}

const attemptOf = ({ user, place }: Look) => ({
  email: user.email,
  userId: user.id,
  tenantId: place?.tenantId ?? null,
  method: "password",
});

async function refuse(ctx: Ctx, email: string, look: Look | undefined): Promise<never> {
  const attempt = look
    ? { ...attemptOf(look), outcome: "wrong_password" as const }
    : { email, userId: null, tenantId: null, method: "password", outcome: "unknown_account" as const };
  await recordFailedLogin(ctx, attempt);
  throw new AppError("unauthenticated", "E-mail address or password is wrong.");
}

async function refuseUnverified(ctx: Ctx, look: Look): Promise<never> {
  // Once too many is no reason for another answer: the last link still works.
  const mayMail = await guardMail(ctx, "verify", look.user.email).then(
    () => true,
    () => false,
  );
  if (mayMail) await inOwnUnit(ctx, "identity.verification.send", (own) => sendVerification(own, look.user));
  await recordFailedLogin(ctx, { ...attemptOf(look), outcome: "unverified" });
  throw new AppError("email_unverified", "Confirm your e-mail address first: we have sent you a new link.");
}

async function refuseWithoutAccess(ctx: Ctx, look: Look): Promise<never> {
  const { tenantId, refusal } = await nowhereOf(ctx, look.user.id);
  await recordFailedLogin(ctx, { ...attemptOf(look), tenantId, outcome: "no_access" });
  throw refusal;
}
