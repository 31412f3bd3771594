import { command } from "@/lib/kernel/use-case";
import { LinkedWallet, SignedMessage } from "../../core/factors/schemas";
import { lockFactors } from "../../data/second-factors";
import { insertWallet, listWallets } from "../../data/wallets";
import { signerOfMessage } from "./check-wallet";
import { MAX_WALLETS } from "./list-wallets";
import { refusal } from "./refusal";
import { requirePerson } from "./require-person";
import { tellFactor } from "./tell-factor";

/**
 * Links a wallet, which may then take the password's place. Throws `validation` with what is wrong with the message or
 * `signature_wrong`, `conflict` with `wallet_taken` or `too_many`.
 */
export const linkWallet = command({
  name: "identity.wallets.link",
  permission: "account",
  fresh: true,
  input: SignedMessage,
  output: LinkedWallet,
  async run(ctx, signed) {
    // Before the first use of this unit's transaction, for it takes a transaction of its own.
    const address = await signerOfMessage(ctx, signed, "link");
    if (!address)
      throw refusal(
        "validation",
        "signature",
        "signature_wrong",
        "The signature is not of this wallet: sign the message again.",
      );
    const user = await requirePerson(ctx);
    await lockFactors(ctx, user.id);
    if ((await listWallets(ctx, user.id)).length >= MAX_WALLETS)
      throw refusal("conflict", "message", "too_many", `${MAX_WALLETS} wallets are enough: unlink one first.`);
    const now = ctx.now();
    if (!(await insertWallet(ctx, address, user.id, now)))
      throw refusal("conflict", "message", "wallet_taken", "This wallet is linked to an account already.");
    await tellFactor(ctx, user, "second-factor-added", "wallet");
    ctx.audit({ entity: "wallets", id: address, after: { linked: true } });
    return { wallet: { address, created_at: now.toISOString(), last_used_at: null } };
  },
});
