import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Factors } from "../core/factors/judge-removal";

/** The second factors in force of the unit's person. */
export async function findFactors(ctx: { unit: UnitOfWork }, userId: string): Promise<Factors> {
  const db = await tx(ctx);
  const totp = await db.userTotp.count({ where: { userId, confirmedAt: { not: null } } });
  return { hasTotp: totp > 0, passkeys: await db.passkey.count({ where: { userId } }) };
}

/** The same, held until the end of the transaction: no two changes go by one another. */
export async function lockFactors(ctx: { unit: UnitOfWork }, userId: string): Promise<Factors> {
  await (await tx(ctx)).$queryRaw`select 1 from users where id = ${userId}::uuid for update`;
  return findFactors(ctx, userId);
}
