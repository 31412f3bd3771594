import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { OpenedSupport, StartSupport } from "../../core/platform/schemas";
import { toSupportItem } from "../../core/platform/support-item";
import { insertSupportAccess } from "../../data/support-access";
import { findTenantRow } from "../../data/tenant-list";
import { rotateOwnSession } from "../rotate";
import { tellOwners } from "./tell-owners";

const MINUTE_MS = 60_000;

/**
 * Turns an administrator's session into a look into a company: for a reason, for a time, reading only. The entry is the
 * company's own (its audit log), and its owners get a mail. Throws `not_found`, and
 * `conflict` where it is closed.
 */
export const startSupport = command({
  name: "platform.support.start",
  permission: "platform:write",
  fresh: true,
  secretAnswer: true,
  input: StartSupport,
  output: OpenedSupport,
  async run(ctx, { tenant_id: tenantId, reason, minutes }) {
    const { session } = ctx;
    if (!session) throw new AppError("unauthenticated", "Sign in first.");
    const tenant = await findTenantRow(ctx, tenantId);
    if (!tenant) throw new AppError("not_found", "There is no company with this id.");
    if (tenant.closedAt) throw new AppError("conflict", "This company is closed: open it again to look into it.");
    const startedAt = ctx.now();
    const access = {
      id: crypto.randomUUID(),
      tenantId,
      platformUserId: session.userId,
      platformEmail: session.email,
      reason,
      startedAt,
      expiresAt: new Date(startedAt.getTime() + minutes * MINUTE_MS),
    };
    await insertSupportAccess(ctx, access);
    await ctx.unit.rescope({ tenantId });
    const item = toSupportItem({ ...access, endedAt: null }, startedAt);
    await tellOwners(ctx, "started", { ...access, endedAt: null });
    ctx.audit({ entity: "support_access", id: access.id, after: item });
    const place = { tenantId, role: "support", supportAccessId: access.id } as const;
    const { sid, session_expires_at } = await rotateOwnSession(ctx, { place });
    return { ...item, sid, session_expires_at };
  },
});
