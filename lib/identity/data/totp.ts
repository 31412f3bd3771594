import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { seal, unseal } from "@/lib/platform/secret-box";

type InUnit = { unit: UnitOfWork };

/** A secret that waits for its first code; it lives beside the one in force, which it may come to replace. */
const PENDING = "totp_setup";

/** Secrets are stored encrypted, bound to their person. */
const boxOf = (userId: string): string => `totp:${userId}`;

type Pending = { tokenHash: string; userId: string; secret: string; now: Date; expiresAt: Date };

/** Keeps the secret of an app that is being set up; an earlier one that was never confirmed is dropped. */
export async function keepPendingTotp(ctx: InUnit, pending: Pending): Promise<void> {
  const { secret, now, ...row } = pending;
  const db = await tx(ctx);
  await db.oneTimeToken.updateMany({
    where: { userId: row.userId, purpose: PENDING, usedAt: null },
    data: { usedAt: now },
  });
  await db.oneTimeToken.createMany({
    data: { ...row, purpose: PENDING, data: { secret_box: seal(secret, boxOf(row.userId)) }, createdAt: now },
  });
}

export async function findPendingTotp(
  ctx: InUnit,
  userId: string,
  now: Date,
): Promise<{ tokenHash: string; secret: string } | undefined> {
  const row = await (await tx(ctx)).oneTimeToken.findFirst({
    where: { userId, purpose: PENDING, usedAt: null, expiresAt: { gt: now } },
    select: { tokenHash: true, data: true },
  });
  if (!row) return undefined;
  const { secret_box } = row.data as { secret_box: string };
  return { tokenHash: row.tokenHash, secret: unseal(secret_box, boxOf(userId)) };
}

/** Uses it up: of two confirmations at once one gets it. */
export async function takePendingTotp(ctx: InUnit, tokenHash: string, now: Date): Promise<boolean> {
  const { count } = await (await tx(ctx)).oneTimeToken.updateMany({
    where: { tokenHash, purpose: PENDING, usedAt: null },
    data: { usedAt: now, data: {} },
  });
  return count === 1;
}

/** Puts a secret in force, in the place of one before it. */
export async function setTotp(
  ctx: InUnit,
  { userId, secret, step, now }: { userId: string; secret: string; step: number; now: Date },
): Promise<void> {
  const inForce = { secretBox: seal(secret, boxOf(userId)), confirmedAt: now, lastStep: BigInt(step), createdAt: now };
  await (await tx(ctx)).userTotp.upsert({
    where: { userId },
    create: { userId, ...inForce },
    update: inForce,
    select: { userId: true },
  });
}

export type TotpRow = { secret: string; confirmedAt: Date; lastStep: number };

/** The app in force of the unit's person. */
export async function findTotp(ctx: InUnit, userId: string): Promise<TotpRow | undefined> {
  const row = await (await tx(ctx)).userTotp.findUnique({
    where: { userId },
    select: { secretBox: true, confirmedAt: true, lastStep: true },
  });
  if (!row?.confirmedAt) return undefined;
  const { secretBox, confirmedAt, lastStep } = row;
  return { secret: unseal(secretBox, boxOf(userId)), confirmedAt, lastStep: Number(lastStep) };
}

/** Takes a step: it and all before it are worth nothing from now on. Of two uses at once one wins. */
export async function takeTotpStep(ctx: InUnit, userId: string, step: number): Promise<boolean> {
  const { count } = await (await tx(ctx)).userTotp.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: BigInt(step) } },
    data: { lastStep: BigInt(step) },
  });
  return count === 1;
}

export async function deleteTotp(ctx: InUnit, userId: string): Promise<boolean> {
  const { count } = await (await tx(ctx)).userTotp.deleteMany({ where: { userId } });
  return count === 1;
}
