import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

export type WalletRow = { address: string; createdAt: Date; lastUsedAt: Date | null };

/** The wallets that a person has linked, the newest last. */
export async function listWallets(ctx: InUnit, userId: string): Promise<WalletRow[]> {
  return (await tx(ctx)).wallet.findMany({
    where: { userId },
    select: { address: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/** Whose wallet an address (EIP-55) is, whoever asks. */
export async function findWalletUser(ctx: InUnit, address: string): Promise<string | undefined> {
  await ctx.unit.rescope({ lookup: address });
  const row = await (await tx(ctx)).wallet.findUnique({ where: { address }, select: { userId: true } });
  return row?.userId;
}

/** Links a wallet; false when it is linked already, to whomever. */
export async function insertWallet(ctx: InUnit, address: string, userId: string, now: Date): Promise<boolean> {
  const { count } = await (await tx(ctx)).wallet.createMany({
    data: { address, userId, createdAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Writes down a use; false when the wallet has been unlinked meanwhile. */
export async function markWalletUsed(ctx: InUnit, address: string, userId: string, now: Date): Promise<boolean> {
  const { count } = await (await tx(ctx)).wallet.updateMany({ where: { address, userId }, data: { lastUsedAt: now } });
  return count === 1;
}

export async function deleteWallet(ctx: InUnit, address: string, userId: string): Promise<boolean> {
  const { count } = await (await tx(ctx)).wallet.deleteMany({ where: { address, userId } });
  return count === 1;
}
