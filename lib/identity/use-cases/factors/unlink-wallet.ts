import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { walletAddress } from "../../adapters/wallet-message";
import { Done, NamedWallet } from "../../core/factors/schemas";
import { deleteWallet } from "../../data/wallets";
import { requirePerson } from "./require-person";
import { tellFactor } from "./tell-factor";

/** Throws `not_found` for a wallet that is not one's own. */
export const unlinkWallet = command({
  name: "identity.wallets.unlink",
  permission: "account",
  fresh: true,
  input: NamedWallet,
  output: Done,
  async run(ctx, { address: typed }) {
    const user = await requirePerson(ctx);
    const address = walletAddress(typed);
    if (!address || !(await deleteWallet(ctx, address, user.id)))
      throw new AppError("not_found", "You have linked no such wallet.");
    await tellFactor(ctx, user, "second-factor-removed", "wallet");
    ctx.audit({ entity: "wallets", id: address, before: { linked: true } });
    return { status: "done" as const };
  },
});
