import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/**
 * Cancels work of this person, or of the machine (null): what waits at once, of what goes on the worker is told. False
 * where it is over, or is none that may be cancelled.
 */
export async function cancelRow(
  ctx: { unit: UnitOfWork },
  { id, userId }: { id: string; userId: string | null },
  now: Date,
): Promise<boolean> {
  const db = await tx(ctx);
  const asked = await db.longWork.updateMany({
    where: { id, userId, mayCancel: true, state: "running" },
    data: { cancelAskedAt: now },
  });
  if (asked.count > 0) return true;
  const { count } = await db.longWork.updateMany({
    where: { id, userId, mayCancel: true, state: { in: ["queued", "waiting"] } },
    data: { state: "cancelled", cancelAskedAt: now, finishedAt: now },
  });
  return count > 0;
}
