import { command, query } from "@/lib/kernel/use-case";
import { hasSecondFactor } from "../../core/factors/judge-removal";
import { NothingAsked, RecoveryCodes, RecoveryState } from "../../core/factors/schemas";
import { recoveryState as readRecoveryState } from "../../data/recovery-codes";
import { lockFactors } from "../../data/second-factors";
import { newRecoveryCodes } from "./new-recovery-codes";
import { refusal } from "./refusal";
import { requirePerson } from "./require-person";

export const recoveryState = query({
  name: "identity.recovery-codes.state",
  permission: "account",
  input: NothingAsked,
  output: RecoveryState,
  async run(ctx) {
    const { id } = await requirePerson(ctx);
    const { left, madeAt } = await readRecoveryState(ctx, id);
    return { left, made_at: madeAt?.toISOString() ?? null };
  },
});

/** Ten new codes, shown once; the old ones are worth nothing any more. Throws `conflict` where there is nothing to recover. */
export const regenerateRecoveryCodes = command({
  name: "identity.recovery-codes.regenerate",
  permission: "account",
  fresh: true,
  secretAnswer: true,
  input: NothingAsked,
  output: RecoveryCodes,
  async run(ctx) {
    const { id } = await requirePerson(ctx);
    if (!hasSecondFactor(await lockFactors(ctx, id)))
      throw refusal("conflict", "", "no_second_factor", "Set up a second factor first: these codes stand in for one.");
    const recovery_codes = await newRecoveryCodes(ctx, id);
    ctx.audit({ entity: "recovery_codes", id, after: { left: recovery_codes.length } });
    return { recovery_codes };
  },
});
