import type { Locale, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

const FIELDS = {
  id: true,
  email: true,
  name: true,
  passwordHash: true,
  emailVerifiedAt: true,
  locale: true,
  platformAdmin: true,
  isDemo: true,
} as const;

export type UserRow = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  emailVerifiedAt: Date | null;
  locale: Locale;
  platformAdmin: boolean;
  isDemo: boolean;
};

const toRow = (row: Omit<UserRow, "locale"> & { locale: string }): UserRow => ({
  ...row,
  locale: row.locale === "zh" ? "zh" : "en",
});

/** The person with this (normalised) address. Sees it by its exact address, whoever asks. */
export async function findUserByEmail(ctx: InUnit, email: string): Promise<UserRow | undefined> {
  await ctx.unit.rescope({ lookup: email });
  const row = await (await tx(ctx)).user.findUnique({ where: { email }, select: FIELDS });
  return row ? toRow(row) : undefined;
}

/** Holds an address until the end of the transaction: of two who take it at once, the second finds it taken. */
export async function lockAddress(ctx: InUnit, email: string): Promise<void> {
  await (await tx(ctx)).$executeRaw`select pg_advisory_xact_lock(hashtextextended(${email}, 7305513))`;
}

/** The person that the unit of work acts as. */
export async function findUser(ctx: InUnit, id: string): Promise<UserRow | undefined> {
  const row = await (await tx(ctx)).user.findUnique({ where: { id }, select: FIELDS });
  return row ? toRow(row) : undefined;
}

type NewUser = Pick<UserRow, "id" | "email" | "name" | "locale"> & {
  passwordHash: string | null;
  now: Date;
  isVerified?: boolean;
  isDemo?: boolean;
  platformAdmin?: boolean;
};

/** Makes a person, and goes on as them: the rest of the unit of work sees what is theirs. */
export async function insertUser(ctx: InUnit, user: NewUser): Promise<void> {
  const { now, isVerified, ...row } = user;
  await ctx.unit.rescope({ userId: user.id });
  await (await tx(ctx)).user.createMany({
    data: { ...row, passwordChangedAt: now, emailVerifiedAt: isVerified ? now : null, createdAt: now },
  });
}

export async function updateUser(
  ctx: InUnit,
  id: string,
  change: Partial<{
    email: string;
    name: string;
    locale: Locale;
    passwordHash: string;
    passwordChangedAt: Date;
    emailVerifiedAt: Date;
    platformAdmin: boolean;
  }>,
): Promise<void> {
  await (await tx(ctx)).user.updateMany({ where: { id }, data: change });
}
