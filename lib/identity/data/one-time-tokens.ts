import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

export type TokenPurpose =
  | "verify_email"
  | "reset_password"
  | "change_email"
  | "mfa"
  | "passkey_register"
  | "passkey_sign_in"
  | "wallet_nonce";

export type TokenRow = { userId: string | null; data: Record<string, unknown>; attempts: number };

type NewToken = {
  tokenHash: string;
  purpose: TokenPurpose;
  userId: string | null;
  data?: Record<string, unknown>;
  now: Date;
  expiresAt: Date;
};

type Wanted = { tokenHash: string; purpose: TokenPurpose; now: Date };

/** Keeps the hash of a secret that works once, for one purpose. */
export async function putToken(ctx: { unit: UnitOfWork }, token: NewToken): Promise<void> {
  const { now, data = {}, ...row } = token;
  // Challenges belong to nobody yet: they are seen, and made, by their exact key.
  await ctx.unit.rescope(token.userId ? { userId: token.userId } : { lookup: token.tokenHash });
  await (await tx(ctx)).oneTimeToken.createMany({
    data: { ...row, data: data as Prisma.InputJsonValue, createdAt: now },
  });
}

/** Uses a token up: of two that come at once, one gets it. Nothing when it is unknown, used, too old or for something else. */
export async function takeToken(ctx: { unit: UnitOfWork }, wanted: Wanted): Promise<TokenRow | undefined> {
  const { tokenHash, purpose, now } = wanted;
  await ctx.unit.rescope({ lookup: tokenHash });
  const token = await peekToken(ctx, wanted);
  if (!token) return undefined;
  if (token.userId) await ctx.unit.rescope({ userId: token.userId });
  const { count } = await (await tx(ctx)).oneTimeToken.updateMany({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1 ? token : undefined;
}

/** A token that still works, left as it is. */
export async function peekToken(
  ctx: { unit: UnitOfWork },
  { tokenHash, purpose, now }: Wanted,
): Promise<TokenRow | undefined> {
  await ctx.unit.rescope({ lookup: tokenHash });
  const row = await (await tx(ctx)).oneTimeToken.findFirst({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } },
    select: { userId: true, data: true, attempts: true },
  });
  return row ? { ...row, data: row.data as Record<string, unknown> } : undefined;
}

/** Counts a wrong answer to what the token asks; gives how many there were. */
export async function countAttempt(ctx: { unit: UnitOfWork }, tokenHash: string, userId: string): Promise<number> {
  await ctx.unit.rescope({ lookup: tokenHash, userId });
  const row = await (await tx(ctx)).oneTimeToken.update({
    where: { tokenHash },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  });
  return row.attempts;
}

/** Takes back what was sent out for a purpose: a newer link replaces an older one. */
export async function dropTokens(
  ctx: { unit: UnitOfWork },
  userId: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<void> {
  await (await tx(ctx)).oneTimeToken.updateMany({ where: { userId, purpose, usedAt: null }, data: { usedAt: now } });
}
