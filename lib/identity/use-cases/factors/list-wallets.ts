import { query } from "@/lib/kernel/use-case";
import { NothingAsked, WalletList } from "../../core/factors/schemas";
import { listWallets as readWallets } from "../../data/wallets";
import { requirePerson } from "./require-person";

export const MAX_WALLETS = 10;

export const listWallets = query({
  name: "identity.wallets.list",
  permission: "account",
  input: NothingAsked,
  output: WalletList,
  async run(ctx) {
    const rows = await readWallets(ctx, (await requirePerson(ctx)).id);
    const wallets = rows.map(({ address, createdAt, lastUsedAt }) => ({
      address,
      created_at: createdAt.toISOString(),
      last_used_at: lastUsedAt?.toISOString() ?? null,
    }));
    return { wallets, limit: MAX_WALLETS };
  },
});
