import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { PasskeySignIn } from "../../core/factors/schemas";
import { findPasskey, markPasskeyUsed } from "../../data/passkeys";
import { findUser, type UserRow } from "../../data/users";
import { OpenedSignedIn } from "../../schemas";
import { placeOf } from "../choose-tenant";
import { completeSignIn } from "../complete-sign-in";
import { guardLogin } from "../guard-login";
import { recordFailedLogin } from "../record-login";
import { counterOf, passkeyUnknown, requireSite, takeChallenge } from "./check-passkey";
import { requirePlace } from "./require-place";

/**
 * Signs a person in by a passkey alone: the device that is had, and the check of who holds it, are both factors. Throws
 * `unauthenticated` with `challenge_over` or `passkey_unknown` (whatever is wrong), `email_unverified`, `forbidden`.
 */
export const passkeySignIn = command({
  name: "identity.passkey.sign-in",
  permission: "public",
  secretAnswer: true,
  input: PasskeySignIn,
  output: OpenedSignedIn,
  async run(ctx, { passkey: response }) {
    const site = requireSite(ctx);
    const guard = await guardLogin(ctx, "");
    // In a transaction of its own: a challenge is used up also by an answer that is refused.
    const { challenge } = await inOwnUnit(ctx, "identity.passkey.challenge", (own) =>
      takeChallenge(own, "passkey_sign_in", response.response.clientDataJSON),
    );
    const { passkey, user } = await inOwnUnit(ctx, "identity.passkey.look", async (own) => {
      const passkey = await findPasskey(own, response.id);
      await own.unit.rescope({ userId: passkey?.userId ?? crypto.randomUUID() });
      return { passkey, user: await findUser(own, passkey?.userId ?? crypto.randomUUID()) };
    });
    const counter = await counterOf(ctx, response, { site, challenge, passkey });
    if (counter === undefined || !passkey || !user) {
      await recordRefusal(ctx, user);
      throw passkeyUnknown();
    }
    const place = await requirePlace(ctx, user, "passkey");
    await ctx.unit.rescope({ userId: user.id, tenantId: place.tenantId });
    // A copy of the passkey that comes in at the same moment.
    if (!(await markPasskeyUsed(ctx, passkey, counter, ctx.now()))) return refuseCopy(ctx, user);
    await guard.succeeded();
    return completeSignIn(ctx, { user, place, amr: ["passkey"], method: "passkey" });
  },
});

/** Of a known account into its company's records as well; of an unknown one with the same work. */
async function recordRefusal(ctx: Ctx, user: UserRow | undefined): Promise<void> {
  const place = await placeOf(ctx, user ?? { id: crypto.randomUUID(), platformAdmin: false });
  await recordFailedLogin(ctx, {
    email: user?.email ?? "",
    userId: user?.id ?? null,
    tenantId: place?.tenantId ?? null,
    method: "passkey",
    outcome: user ? "wrong_code" : "unknown_account",
  });
}

function refuseCopy(ctx: QueryCtx, user: UserRow): never {
  ctx.unit.afterRollback(() => recordRefusal(ctx, user));
  throw passkeyUnknown();
}
