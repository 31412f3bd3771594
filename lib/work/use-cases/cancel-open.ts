import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { cancelRow } from "../data/cancel";

/** Cancels work of this person, or of the machine (null), that was found in `state`. Throws `conflict` where it is over. */
export async function cancelOpen(
  ctx: CommandCtx,
  { id, userId, state }: { id: string; userId: string | null; state: string },
): Promise<void> {
  if (!(await cancelRow(ctx, { id, userId }, ctx.now())))
    throw new AppError("conflict", "This work is over, or can't be cancelled.");
  ctx.audit({ entity: "long_work", id, before: { state }, after: { state: "cancelled" } });
}
