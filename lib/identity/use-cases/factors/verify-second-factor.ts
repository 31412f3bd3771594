import type { CommandCtx } from "@/lib/kernel/context";
import { parseInput } from "@/lib/kernel/use-case";
import { totpCodes } from "../../adapters/totp";
import { judgeTotp } from "../../core/factors/judge-totp";
import { PasskeyAssertion } from "../../core/factors/schemas";
import { readTypedCode } from "../../core/factors/typed-code";
import { isUsedRecoveryCode, recoveryState, takeRecoveryCode } from "../../data/recovery-codes";
import { findTotp, takeTotpStep } from "../../data/totp";
import { findUser } from "../../data/users";
import { verifyPasskey } from "./check-passkey";
import { recoveryHash } from "./new-recovery-codes";
import { refusal } from "./refusal";
import { tellRecoveryCodeUsed } from "./tell-factor";

const wrongCode = () =>
  refusal("unauthenticated", "code", "wrong_code", "The code is wrong. An app's code changes every 30 seconds.");
const usedCode = () =>
  refusal("unauthenticated", "code", "code_used", "This code was used already: wait for the next one.");

/** A code of the app or a recovery code, or the answer of a passkey as browsers write it. */
type Answer = { code?: string | undefined; passkey?: Record<string, unknown> | undefined };

/**
 * Checks a second factor of a person in the running unit of work, and uses it up: of two uses of one code at once, one
 * wins. The limits of how often somebody may try are the caller's. Throws `unauthenticated` with `wrong_code`,
 * `code_used`, `passkey_unknown` or `challenge_over`.
 */
export async function verifySecondFactor(
  ctx: CommandCtx,
  userId: string,
  { code, passkey }: Answer,
): Promise<"otp" | "recovery" | "passkey"> {
  await ctx.unit.rescope({ userId });
  if (passkey !== undefined) {
    await verifyPasskey(ctx, userId, parseInput(PasskeyAssertion, passkey));
    return "passkey";
  }
  const typed = readTypedCode(code ?? "");
  if (!typed) throw wrongCode();
  if (typed.kind === "totp") await acceptTotp(ctx, userId, typed.code);
  else await acceptRecoveryCode(ctx, userId, typed.code);
  return typed.kind === "totp" ? "otp" : "recovery";
}

async function acceptTotp(ctx: CommandCtx, userId: string, code: string): Promise<void> {
  const totp = await findTotp(ctx, userId);
  if (!totp) throw wrongCode();
  const { secret, lastStep } = totp;
  const verdict = judgeTotp({ codeAt: totpCodes(secret), code, now: ctx.now(), lastStep });
  if (!verdict.ok) throw verdict.code === "code_used" ? usedCode() : wrongCode();
  if (!(await takeTotpStep(ctx, userId, verdict.step))) throw usedCode();
}

async function acceptRecoveryCode(ctx: CommandCtx, userId: string, code: string): Promise<void> {
  const codeHash = await recoveryHash(code);
  if (!(await takeRecoveryCode(ctx, userId, codeHash, ctx.now())))
    throw (await isUsedRecoveryCode(ctx, userId, codeHash)) ? usedCode() : wrongCode();
  const { left } = await recoveryState(ctx, userId);
  const user = await findUser(ctx, userId);
  if (user) await tellRecoveryCodeUsed(ctx, user, left);
  ctx.audit({ entity: "recovery_codes", id: userId, before: { left: left + 1 }, after: { left } });
}
