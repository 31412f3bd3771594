import { z } from "zod";
import { command } from "@/lib/kernel/use-case";
import { totpCodes } from "../../adapters/totp";
import { judgeTotp } from "../../core/factors/judge-totp";
import { ConfirmTotp, RecoveryCodes, Rotated } from "../../core/factors/schemas";
import { readTypedCode } from "../../core/factors/typed-code";
import { lockFactors } from "../../data/second-factors";
import { revokeSessions } from "../../data/sessions";
import { findPendingTotp, setTotp, takePendingTotp } from "../../data/totp";
import { rotateOwnSession } from "../rotate";
import { newRecoveryCodes } from "./new-recovery-codes";
import { refusal } from "./refusal";
import { requirePerson } from "./require-person";
import { tellFactor } from "./tell-factor";

/**
 * Turns the authenticator app on with its first right code, in the place of an earlier one. Gives ten recovery codes,
 * shown once. Every other session of the person ends; this one gets another secret and has proved itself. Throws
 * `validation` with `wrong_code`, or `challenge_over` where there is no set-up to confirm.
 */
export const confirmTotp = command({
  name: "identity.totp.confirm",
  permission: "account",
  secretAnswer: true,
  input: ConfirmTotp,
  output: z.object({ ...RecoveryCodes.shape, ...Rotated }),
  async run(ctx, { code }) {
    const user = await requirePerson(ctx);
    const before = await lockFactors(ctx, user.id);
    const now = ctx.now();
    const over = refusal("validation", "code", "challenge_over", "This set-up is over: begin again.");
    const pending = await findPendingTotp(ctx, user.id, now);
    if (!pending) throw over;
    const typed = readTypedCode(code);
    const codeAt = totpCodes(pending.secret);
    const verdict = typed?.kind === "totp" ? judgeTotp({ codeAt, code: typed.code, now, lastStep: 0 }) : undefined;
    if (!verdict?.ok)
      throw refusal(
        "validation",
        "code",
        "wrong_code",
        "This is not the code that the app shows now. Is its clock right?",
      );
    if (!(await takePendingTotp(ctx, pending.tokenHash, now))) throw over;
    await setTotp(ctx, { userId: user.id, secret: pending.secret, step: verdict.step, now });
    const recovery_codes = await newRecoveryCodes(ctx, user.id);
    await revokeSessions(ctx, { userId: user.id, except: ctx.session?.id ?? "" }, "second_factor_added", now);
    await tellFactor(ctx, user, "second-factor-added", "totp");
    ctx.audit({ entity: "user_totp", id: user.id, before: { is_on: before.hasTotp }, after: { is_on: true } });
    const { sid, session_expires_at } = await rotateOwnSession(ctx, { proved: "otp" });
    return { recovery_codes, sid, session_expires_at };
  },
});
