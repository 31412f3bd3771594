import { z } from "zod";
import { command } from "@/lib/kernel/use-case";
import { judgeRegistration } from "../../adapters/passkeys";
import { hasSecondFactor } from "../../core/factors/judge-removal";
import { AddedPasskey, AddPasskey, Rotated } from "../../core/factors/schemas";
import { insertPasskey } from "../../data/passkeys";
import { lockFactors } from "../../data/second-factors";
import { revokeSessions } from "../../data/sessions";
import { rotateOwnSession } from "../rotate";
import { challengeIsOver, requireSite, takeChallenge } from "./check-passkey";
import { MAX_PASSKEYS } from "./list-passkeys";
import { newRecoveryCodes } from "./new-recovery-codes";
import { refusal } from "./refusal";
import { requirePerson } from "./require-person";
import { tellFactor } from "./tell-factor";

/**
 * Keeps a new passkey. As a person's first second factor it ends their other sessions and comes with ten recovery codes,
 * shown once. This session gets another secret and has proved itself. Throws `validation` with
 * `challenge_over` or `passkey_invalid`, `conflict` with `passkey_taken` or `too_many`.
 */
export const addPasskey = command({
  name: "identity.passkeys.add",
  permission: "account",
  secretAnswer: true,
  input: AddPasskey,
  output: z.object({ ...AddedPasskey.shape, ...Rotated }),
  async run(ctx, { label, passkey: response }) {
    const site = requireSite(ctx);
    const user = await requirePerson(ctx);
    const asked = await takeChallenge(ctx, "passkey_register", response.response.clientDataJSON);
    if (asked.userId !== user.id) throw challengeIsOver("passkey_register");
    const verdict = await judgeRegistration(response, { site, challenge: asked.challenge });
    if (!verdict.ok) {
      ctx.log.info({ request_id: ctx.requestId, reason: verdict.reason }, "a new passkey was refused");
      throw refusal(
        "validation",
        "passkey",
        "passkey_invalid",
        "The browser's answer isn't one that can be kept: try again.",
      );
    }
    const before = await lockFactors(ctx, user.id);
    if (before.passkeys >= MAX_PASSKEYS)
      throw refusal("conflict", "passkey", "too_many", `${MAX_PASSKEYS} passkeys are enough: remove one first.`);
    const now = ctx.now();
    const { key, transports } = verdict;
    if (!(await insertPasskey(ctx, { ...key, userId: user.id, transports, label, now })))
      throw refusal("conflict", "passkey", "passkey_taken", "This passkey is known already.");
    const isFirst = !hasSecondFactor(before);
    const recovery_codes = isFirst ? await newRecoveryCodes(ctx, user.id) : null;
    if (isFirst)
      await revokeSessions(ctx, { userId: user.id, except: ctx.session?.id ?? "" }, "second_factor_added", now);
    await tellFactor(ctx, user, "second-factor-added", "passkey");
    ctx.audit({ entity: "passkeys", id: key.credentialId, after: { label } });
    const passkey = { id: key.credentialId, label, transports, created_at: now.toISOString(), last_used_at: null };
    const { sid, session_expires_at } = await rotateOwnSession(ctx, { proved: "passkey" });
    return { passkey, recovery_codes, sid, session_expires_at };
  },
});
