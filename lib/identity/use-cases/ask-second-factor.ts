import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { newSecret, sha256Hex } from "../core/digest";
import { hasSecondFactor } from "../core/factors/judge-removal";
import { putToken } from "../data/one-time-tokens";
import { findFactors } from "../data/second-factors";
import type { UserRow } from "../data/users";
import type { Proof } from "./open-session";
import { recordFailedLogin } from "./record-login";

const ANSWER_WITHIN_MS = 5 * 60_000;

/**
 * The refusal that asks a person for their second factor, to be thrown; nothing where they have none. Its `mfa_token`
 * stands for the first proof, for five minutes and one answer. Kept in a transaction of its own, for the throw undoes
 * the caller's.
 */
export async function askSecondFactor(
  ctx: Ctx,
  user: UserRow,
  proof: Proof,
  tenantId: string | null,
): Promise<AppError | undefined> {
  const factors = await inOwnUnit(ctx, "identity.factors.look", async (own) => {
    await own.unit.rescope({ userId: user.id });
    return findFactors(own, user.id);
  });
  if (!hasSecondFactor(factors)) return undefined;
  const methods = [...(factors.hasTotp ? ["otp"] : []), ...(factors.passkeys > 0 ? ["passkey"] : [])];
  const token = newSecret();
  await inOwnUnit(ctx, "identity.mfa.ask", async (own) => {
    const now = own.now();
    const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
    await putToken(own, {
      tokenHash: await sha256Hex(token),
      purpose: "mfa",
      userId: user.id,
      data: { proof, email: user.email },
      now,
      expiresAt,
    });
  });
  const attempt = { email: user.email, userId: user.id, tenantId, method: proof === "wallet" ? "wallet" : "password" };
  await recordFailedLogin(ctx, { ...attempt, outcome: "second_factor_asked" });
  return new AppError("mfa_required", "Confirm with your second factor.", {
    members: { mfa_token: token, mfa_methods: methods },
  });
}
