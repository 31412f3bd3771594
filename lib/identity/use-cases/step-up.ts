import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { verifyPassword } from "../adapters/password-hash";
import { hasSecondFactor } from "../core/factors/judge-removal";
import { findFactors } from "../data/second-factors";
import { findUser } from "../data/users";
import { Rotated, StepUp } from "../schemas";
import { verifySecondFactor } from "./factors/verify-second-factor";
import { guardCode } from "./guard-login";
import { rotateOwnSession } from "./rotate";

/**
 * A fresh proof of identity for what asks for one: the second factor, or the password of who has none. Counts for ten
 * minutes. Throws `unauthenticated` with the field that is wrong.
 */
export const stepUp = command({
  name: "identity.step-up",
  permission: "account",
  secretAnswer: true,
  input: StepUp,
  output: Rotated,
  async run(ctx, { password, code, passkey }) {
    const userId = ctx.session?.userId ?? "";
    const guard = await guardCode(ctx, { id: userId, email: ctx.session?.email ?? "" });
    const isEnrolled = hasSecondFactor(await findFactors(ctx, userId));
    const proof = isEnrolled ? await provedAgain(ctx, userId, { code, passkey }) : "pwd";
    if (!isEnrolled) {
      const user = await findUser(ctx, userId);
      await requirePassword(user?.passwordHash ?? null, password ?? "", "password");
    }
    await guard.passed();
    ctx.audit({ entity: "sessions", id: ctx.session?.id ?? "", after: { stepped_up: proof } });
    return rotateOwnSession(ctx, { proved: proof });
  },
});

/** Somebody who is signed in stays so after a wrong code: it is a field that is wrong. */
async function provedAgain(...asked: Parameters<typeof verifySecondFactor>): ReturnType<typeof verifySecondFactor> {
  try {
    return await verifySecondFactor(...asked);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "unauthenticated") throw error;
    throw new AppError("validation", error.message, error.details, { cause: error });
  }
}

/** Throws `validation` at `path` unless the password is right. */
export async function requirePassword(hash: string | null, password: string, path: string): Promise<void> {
  if ((await verifyPassword(hash, password)).right) return;
  const errors = [{ path, code: "password_wrong", message: "This is not your password." }];
  throw new AppError("validation", "The password is wrong.", { errors });
}
