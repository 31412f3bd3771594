import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

/** Puts new codes in the place of all that a person had. */
export async function replaceRecoveryCodes(
  ctx: InUnit,
  userId: string,
  codeHashes: readonly string[],
  now: Date,
): Promise<void> {
  const db = await tx(ctx);
  await db.recoveryCode.deleteMany({ where: { userId } });
  await db.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ codeHash, userId, createdAt: now })) });
}

/** Uses a code up, if it is this person's and unused. Of two uses at once one wins. */
export async function takeRecoveryCode(ctx: InUnit, userId: string, codeHash: string, now: Date): Promise<boolean> {
  const { count } = await (await tx(ctx)).recoveryCode.updateMany({
    where: { codeHash, userId, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

export async function isUsedRecoveryCode(ctx: InUnit, userId: string, codeHash: string): Promise<boolean> {
  return (await (await tx(ctx)).recoveryCode.count({ where: { codeHash, userId, usedAt: { not: null } } })) > 0;
}

export async function recoveryState(ctx: InUnit, userId: string): Promise<{ left: number; madeAt: Date | null }> {
  const db = await tx(ctx);
  const newest = await db.recoveryCode.findFirst({ where: { userId }, select: { createdAt: true } });
  const left = await db.recoveryCode.count({ where: { userId, usedAt: null } });
  return { left, madeAt: newest?.createdAt ?? null };
}
