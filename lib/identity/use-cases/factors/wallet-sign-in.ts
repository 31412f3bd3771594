import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { SignedMessage } from "../../core/factors/schemas";
import { findUser, type UserRow } from "../../data/users";
import { findWalletUser, markWalletUsed } from "../../data/wallets";
import { OpenedSignedIn } from "../../schemas";
import { askSecondFactor } from "../ask-second-factor";
import { completeSignIn } from "../complete-sign-in";
import { guardLogin } from "../guard-login";
import { recordFailedLogin } from "../record-login";
import { signerOfMessage } from "./check-wallet";
import { needsFactorAnywhere } from "./needs-factor-anywhere";
import { refusal } from "./refusal";
import { requirePlace } from "./require-place";

/** Nobody's: what is looked up where the signature is wrong, so that it takes the same work. */
const NOBODYS = "0x0000000000000000000000000000000000000000";

const walletUnknown = () =>
  refusal("unauthenticated", "signature", "wallet_unknown", "No account has this wallet, or the signature is wrong.");

/**
 * Signs a person in by a linked wallet, in the password's place. Whose role demands a second factor never comes in by the
 * wallet alone. An unknown wallet hears the same as a wrong signature. Throws `unauthenticated`, `mfa_required` (with
 * `mfa_token`), `email_unverified`, `forbidden` (also with `wallet_not_enough`).
 */
export const walletSignIn = command({
  name: "identity.wallet.sign-in",
  permission: "public",
  secretAnswer: true,
  input: SignedMessage,
  output: OpenedSignedIn,
  async run(ctx, signed) {
    const guard = await guardLogin(ctx, "");
    const address = await signerOfMessage(ctx, signed, "sign_in");
    const user = await personOf(ctx, address ?? NOBODYS);
    if (!address || !user) {
      const attempt = { email: "", userId: null, tenantId: null, method: "wallet" };
      await recordFailedLogin(ctx, { ...attempt, outcome: "unknown_account" });
      throw walletUnknown();
    }
    const place = await requirePlace(ctx, user, "wallet");
    await guard.succeeded();
    const question = await askSecondFactor(ctx, user, "wallet", place.tenantId);
    if (question) throw question;
    await refuseStaff(ctx, user, place.tenantId);
    await ctx.unit.rescope({ userId: user.id, tenantId: place.tenantId });
    if (!(await markWalletUsed(ctx, address, user.id, ctx.now()))) throw walletUnknown();
    return completeSignIn(ctx, { user, place, amr: ["wallet"], method: "wallet" });
  },
});

const personOf = (ctx: Ctx, address: string): Promise<UserRow | undefined> =>
  inOwnUnit(ctx, "identity.wallet.look", async (own) => {
    const userId = await findWalletUser(own, address);
    if (!userId) return undefined;
    await own.unit.rescope({ userId });
    return findUser(own, userId);
  });

/** Otherwise whoever has the wallet alone could set up the second factor that is still missing, and be the owner. */
async function refuseStaff(ctx: Ctx, user: UserRow, tenantId: string | null): Promise<void> {
  const isStaff = await inOwnUnit(ctx, "identity.wallet.look", async (own) => {
    await own.unit.rescope({ userId: user.id });
    return needsFactorAnywhere(own, user);
  });
  if (!isStaff) return;
  const attempt = { email: user.email, userId: user.id, tenantId, method: "wallet" };
  await recordFailedLogin(ctx, { ...attempt, outcome: "no_access" });
  const message = "Your role needs more than a wallet: sign in with your password and set up a second factor.";
  throw refusal("forbidden", "signature", "wallet_not_enough", message);
}
