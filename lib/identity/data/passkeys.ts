import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

const SHOWN = { credentialId: true, label: true, transports: true, createdAt: true, lastUsedAt: true } as const;

export type PasskeyRow = {
  credentialId: string;
  label: string;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** The passkeys of a person, the newest last. */
export async function listPasskeys(ctx: InUnit, userId: string): Promise<PasskeyRow[]> {
  return (await tx(ctx)).passkey.findMany({ where: { userId }, select: SHOWN, orderBy: { createdAt: "asc" } });
}

export type PasskeyFacts = { userId: string; credentialId: string; publicKey: Uint8Array; counter: number };

/** A passkey by its exact id, whoever asks. */
export async function findPasskey(ctx: InUnit, credentialId: string): Promise<PasskeyFacts | undefined> {
  await ctx.unit.rescope({ lookup: credentialId });
  const row = await (await tx(ctx)).passkey.findUnique({
    where: { credentialId },
    select: { userId: true, credentialId: true, publicKey: true, counter: true },
  });
  return row ? { ...row, counter: Number(row.counter) } : undefined;
}

type NewPasskey = {
  credentialId: string;
  userId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  label: string;
  now: Date;
};

/** Keeps a passkey; false when somebody has it already. */
export async function insertPasskey(ctx: InUnit, passkey: NewPasskey): Promise<boolean> {
  const { now, counter, publicKey, ...row } = passkey;
  const { count } = await (await tx(ctx)).passkey.createMany({
    data: { ...row, publicKey: new Uint8Array(publicKey), counter: BigInt(counter), createdAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Writes down a use. Its counter must have gone on, unless the authenticator doesn't count; of two uses at once one wins. */
export async function markPasskeyUsed(
  ctx: InUnit,
  { credentialId, userId }: { credentialId: string; userId: string },
  counter: number,
  now: Date,
): Promise<boolean> {
  const { count } = await (await tx(ctx)).passkey.updateMany({
    where: { credentialId, userId, counter: counter === 0 ? 0n : { lt: BigInt(counter) } },
    data: { counter: BigInt(counter), lastUsedAt: now },
  });
  return count === 1;
}

/** Gives the label before; nothing when the person has no such passkey. */
export async function renamePasskey(
  ctx: InUnit,
  userId: string,
  credentialId: string,
  label: string,
): Promise<string | undefined> {
  const db = await tx(ctx);
  const row = await db.passkey.findFirst({ where: { userId, credentialId }, select: { label: true } });
  await db.passkey.updateMany({ where: { userId, credentialId }, data: { label } });
  return row?.label;
}

export async function deletePasskey(ctx: InUnit, userId: string, credentialId: string): Promise<string | undefined> {
  const db = await tx(ctx);
  const row = await db.passkey.findFirst({ where: { userId, credentialId }, select: { label: true } });
  const { count } = await db.passkey.deleteMany({ where: { userId, credentialId } });
  return count === 1 ? row?.label : undefined;
}
