import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/** The second factors in force of the unit's person. */
export async function listFactors(ctx: { unit: UnitOfWork }, userId: string): Promise<("otp" | "passkey")[]> {
  const db = await tx(ctx);
  const totp = await db.userTotp.count({ where: { userId, confirmedAt: { not: null } } });
  const passkeys = await db.passkey.count({ where: { userId } });
  return [...(totp > 0 ? (["otp"] as const) : []), ...(passkeys > 0 ? (["passkey"] as const) : [])];
}
