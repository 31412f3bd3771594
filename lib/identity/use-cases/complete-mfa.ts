import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { sha256Hex } from "../core/digest";
import { countAttempt, peekToken, takeToken } from "../data/one-time-tokens";
import { findUser } from "../data/users";
import { MfaLogin, OpenedSignedIn } from "../schemas";
import { chooseTenant } from "./choose-tenant";
import { completeSignIn } from "./complete-sign-in";
import { verifySecondFactor } from "./factors/verify-second-factor";
import { guardCode } from "./guard-login";
import { nowhere } from "./nowhere";
import { recordFailedLogin } from "./record-login";

const MAX_ATTEMPTS = 5;

const questionIsOver = () => new AppError("unauthenticated", "This took too long or too many tries: sign in again.");

/**
 * The second step of signing in. Throws `unauthenticated` for a wrong code (five tries a question) and when the question
 * is over, `limit_exceeded`.
 */
export const completeMfa = command({
  name: "identity.login.second-factor",
  permission: "public",
  secretAnswer: true,
  input: MfaLogin,
  output: OpenedSignedIn,
  async run(ctx, { mfa_token, code, passkey }) {
    const now = ctx.now();
    const wanted = { tokenHash: await sha256Hex(mfa_token), purpose: "mfa" as const, now };
    const question = await inOwnUnit(ctx, "identity.mfa.look", (own) => peekToken(own, wanted));
    const userId = question?.userId;
    if (!question || !userId || question.attempts >= MAX_ATTEMPTS) throw questionIsOver();
    const guard = await guardCode(ctx, { id: userId, email: String(question.data.email) });
    // Counted before the answer is looked at: tries that come all at once are counted too.
    const attempt = await inOwnUnit(ctx, "identity.mfa.count", (own) => countAttempt(own, wanted.tokenHash, userId));
    if (attempt > MAX_ATTEMPTS) throw questionIsOver();
    if (!(await takeToken(ctx, wanted))) throw questionIsOver();
    const user = await findUser(ctx, userId);
    if (!user) throw questionIsOver();
    const first = question.data.proof === "wallet" ? ("wallet" as const) : ("pwd" as const);
    const method = first === "wallet" ? "wallet" : "password";
    const place = (await chooseTenant(ctx, user)) ?? (await nowhere(ctx, userId));
    const failed = { email: user.email, userId, tenantId: place.tenantId, method };
    let outcome: "wrong_code" | "no_access" = "wrong_code";
    ctx.unit.afterRollback(() => recordFailedLogin(ctx, { ...failed, outcome }));
    const proof = await verifySecondFactor(ctx, userId, { code, passkey });
    outcome = "no_access";
    await guard.passed();
    if ("refusal" in place) throw place.refusal;
    return completeSignIn(ctx, { user, place, amr: [first, proof], method });
  },
});
