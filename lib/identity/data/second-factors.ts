import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Factors } from "../core/factors/judge-removal";

/** The second factors of the unit's person, held until the end of the transaction: no two changes go by one another. */
export async function lockFactors(ctx: { unit: UnitOfWork }, userId: string): Promise<Factors> {
  const db = await tx(ctx);
  await db.$queryRaw`select 1 from users where id = ${userId}::uuid for update`;
  const totp = await db.userTotp.count({ where: { userId, confirmedAt: { not: null } } });
  return { hasTotp: totp > 0, passkeys: await db.passkey.count({ where: { userId } }) };
}
