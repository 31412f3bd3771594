import type { CommandCtx } from "@/lib/kernel/context";
import { hasSecondFactor, mayRemove } from "../../core/factors/judge-removal";
import { replaceRecoveryCodes } from "../../data/recovery-codes";
import { lockFactors } from "../../data/second-factors";
import type { UserRow } from "../../data/users";
import { needsFactorAnywhere } from "./needs-factor-anywhere";
import { refusal } from "./refusal";
import { tellFactor } from "./tell-factor";

/**
 * Takes a second factor away, unless it is the last one of a person whose role demands one. With the last one the recovery
 * codes go too: they stand in for a factor and are none. Throws `conflict` with `last_factor`, and what `remove` throws.
 */
export async function releaseFactor(
  ctx: CommandCtx,
  user: UserRow,
  factor: "totp" | "passkey",
  remove: () => Promise<void>,
): Promise<void> {
  const factors = await lockFactors(ctx, user.id);
  await remove();
  const mustKeepOne = !user.isDemo && (await needsFactorAnywhere(ctx, user));
  if (!mayRemove(factor, factors, mustKeepOne))
    throw refusal("conflict", factor, "last_factor", "Your role needs a second factor: add another one first.");
  const left = factor === "totp" ? { ...factors, hasTotp: false } : { ...factors, passkeys: factors.passkeys - 1 };
  if (!hasSecondFactor(left)) await replaceRecoveryCodes(ctx, user.id, [], ctx.now());
  await tellFactor(ctx, user, "second-factor-removed", factor);
}
