import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type NewRefreshToken = { tokenHash: string; sessionId: string; userId: string; now: Date; expiresAt: Date };

export async function insertRefreshToken(ctx: { unit: UnitOfWork }, token: NewRefreshToken): Promise<void> {
  const { now, ...row } = token;
  await (await tx(ctx)).refreshToken.createMany({ data: { ...row, createdAt: now } });
}

export type RefreshUse =
  | { state: "unknown" }
  /** Used before: somebody else has it too. */
  | { state: "reused"; sessionId: string; userId: string }
  | { state: "taken"; sessionId: string; userId: string; sidHash: string };

/** Uses a refresh token up. Of two that come at once one is taken, the other is a second use. */
export async function takeRefreshToken(ctx: { unit: UnitOfWork }, tokenHash: string, now: Date): Promise<RefreshUse> {
  await ctx.unit.rescope({ lookup: tokenHash });
  const db = await tx(ctx);
  const row = await db.refreshToken.findUnique({
    where: { tokenHash },
    select: { sessionId: true, userId: true, expiresAt: true },
  });
  if (!row) return { state: "unknown" };
  const { sessionId, userId } = row;
  await ctx.unit.rescope({ userId });
  const { count } = await db.refreshToken.updateMany({ where: { tokenHash, usedAt: null }, data: { usedAt: now } });
  if (count === 0) return { state: "reused", sessionId, userId };
  if (row.expiresAt <= now) return { state: "unknown" };
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { sidHash: true } });
  return session ? { state: "taken", sessionId, userId, sidHash: session.sidHash } : { state: "unknown" };
}
