import { command } from "@/lib/kernel/use-case";
import { newTotpSecret, totpUrl } from "../../adapters/totp";
import { newSecret, sha256Hex } from "../../core/digest";
import { NothingAsked, TotpSetup } from "../../core/factors/schemas";
import { keepPendingTotp } from "../../data/totp";
import { requirePerson } from "./require-person";

const CONFIRM_WITHIN_MS = 30 * 60_000;

/**
 * Begins to set up an authenticator app: the secret is shown once and counts from its first right code on. An app that is
 * on stays on until then, so that a person who must have one can change phones.
 */
export const beginTotp = command({
  name: "identity.totp.begin",
  permission: "account",
  fresh: true,
  secretAnswer: true,
  input: NothingAsked,
  output: TotpSetup,
  async run(ctx) {
    const user = await requirePerson(ctx);
    const secret = newTotpSecret();
    const now = ctx.now();
    const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_MS);
    const tokenHash = await sha256Hex(newSecret());
    await keepPendingTotp(ctx, { tokenHash, userId: user.id, secret, now, expiresAt });
    ctx.audit({ entity: "user_totp", id: user.id, after: { setup: "begun" } });
    return { secret, otpauth_url: totpUrl(secret, user.email), expires_at: expiresAt.toISOString() };
  },
});
