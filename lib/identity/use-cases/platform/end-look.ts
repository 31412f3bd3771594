import type { CommandCtx } from "@/lib/kernel/context";
import type { SupportItem } from "../../core/platform/schemas";
import { toSupportItem } from "../../core/platform/support-item";
import { endSupportAccess, type SupportRow } from "../../data/support-access";
import { tellOwners } from "./tell-owners";

/** Ends a look that is running, in its company's name; nothing where it was over before. */
export async function endLook(ctx: CommandCtx, access: SupportRow): Promise<SupportItem | undefined> {
  const now = ctx.now();
  if (!(await endSupportAccess(ctx, access.id, ctx.actor.userId ?? "", now))) return undefined;
  const ended = { ...access, endedAt: now };
  await tellOwners(ctx, "ended", ended);
  const after = toSupportItem(ended, now);
  ctx.audit({
    entity: "support_access",
    id: access.id,
    before: toSupportItem(access, now),
    after: { ...after, actor_email: ctx.session?.email ?? null },
  });
  return after;
}
