import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/** Until when a look for support may last; the unit must be in its company. */
export async function findSupportEnd(ctx: { unit: UnitOfWork }, id: string): Promise<string> {
  const row = await (await tx(ctx)).supportAccess.findUniqueOrThrow({ where: { id }, select: { expiresAt: true } });
  return row.expiresAt.toISOString();
}
