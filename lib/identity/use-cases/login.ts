import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { hashPassword, verifyPassword } from "../adapters/password-hash";
import { normaliseEmail } from "../core/email-address";
import { findUserByEmail, type UserRow, updateUser } from "../data/users";
import { Login, OpenedSignedIn } from "../schemas";
import { askSecondFactor, hasSecondFactor } from "./ask-second-factor";
import { chooseTenant } from "./choose-tenant";
import { completeSignIn } from "./complete-sign-in";
import { guardLogin } from "./guard-login";
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
    // The hash is computed outside of any transaction: a connection held for 60 ms would be one that others lack.
    const user =
      address === "" ? undefined : await inOwnUnit(ctx, "identity.login.look", (own) => findUserByEmail(own, address));
    const { right, outdated } = await verifyPassword(user?.passwordHash ?? null, password);
    if (!user || !right) return refuse(ctx, email, user);
    await guard.succeeded();
    const place = await inOwnUnit(ctx, "identity.login.place", async (own) => {
      await own.unit.rescope({ userId: user.id });
      return chooseTenant(own, user);
    });
    if (!user.emailVerifiedAt) return refuseUnverified(ctx, user);
    if (!place) return refuseWithoutAccess(ctx, user);
    if (await hasSecondFactor(ctx, user.id)) throw await askSecondFactor(ctx, user, "pwd", place.tenantId);
    await ctx.unit.rescope({ userId: user.id, tenantId: place.tenantId });
    if (outdated) await updateUser(ctx, user.id, { passwordHash: await hashPassword(password) });
    return completeSignIn(ctx, { user, place, amr: ["pwd"], method: "password" });
  },
});

async function refuse(ctx: Ctx, email: string, user: UserRow | undefined): Promise<never> {
  const outcome = user ? "wrong_password" : "unknown_account";
  await recordFailedLogin(ctx, { email, userId: user?.id ?? null, tenantId: null, method: "password", outcome });
  throw new AppError("unauthenticated", "E-mail address or password is wrong.");
}

async function refuseUnverified(ctx: Ctx, user: UserRow): Promise<never> {
  await inOwnUnit(ctx, "identity.verification.send", (own) => sendVerification(own, user));
  await recordFailedLogin(ctx, {
    email: user.email,
    userId: user.id,
    tenantId: null,
    method: "password",
    outcome: "unverified",
  });
  throw new AppError("email_unverified", "Confirm your e-mail address first: we have sent you a new link.");
}

async function refuseWithoutAccess(ctx: Ctx, user: UserRow): Promise<never> {
  await recordFailedLogin(ctx, {
    email: user.email,
    userId: user.id,
    tenantId: null,
    method: "password",
    outcome: "no_access",
  });
  throw new AppError("forbidden", "You have no access to a company any more: ask its owner.");
}
