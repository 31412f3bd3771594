import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { CloseTenant, TenantItem } from "../../core/platform/schemas";
import { toTenantItem } from "../../core/platform/tenant-item";
import { listRunningSupport } from "../../data/support-access";
import { countMembers, findTenantRow, setTenantClosed } from "../../data/tenant-list";
import { CompanyClosed, CompanyReopened } from "../../events";
import { endLook } from "./end-look";
import { tellClosed } from "./tell-owners";

/**
 * Closes a company: its people's sessions and keys are worth nothing at once, a look into it for support ends, and nothing
 * is deleted. Owners and admins, who can't come in any more to read why, get a mail.
 */
export const closeTenant = command({
  name: "platform.tenant.close",
  permission: "platform:write",
  emits: [CompanyClosed],
  fresh: true,
  input: CloseTenant,
  output: TenantItem,
  async run(ctx, { id, reason }) {
    const closed = await setClosed(ctx, id, reason, ctx.now());
    for (const look of await listRunningSupport(ctx, id, ctx.now())) await endLook(ctx, look);
    return closed;
  },
});

/** Opens it again, as it was; whose session isn't too old goes on. */
export const reopenTenant = command({
  name: "platform.tenant.reopen",
  permission: "platform:write",
  emits: [CompanyReopened],
  fresh: true,
  input: CloseTenant,
  output: TenantItem,
  run: (ctx, { id, reason }) => setClosed(ctx, id, reason, null),
});

/** The entry stands in the company's own audit log; the unit of work goes on in the company. */
async function setClosed(ctx: CommandCtx, id: string, reason: string, closedAt: Date | null): Promise<TenantItem> {
  const before = await findTenantRow(ctx, id);
  if (!before) throw new AppError("not_found", "There is no company with this id.");
  if (!(await setTenantClosed(ctx, id, closedAt)))
    throw new AppError("conflict", closedAt ? "This company is closed already." : "This company is open already.");
  const members = (await countMembers(ctx, [id])).get(id) ?? 0;
  const item = toTenantItem({ ...before, closedAt }, members);
  await ctx.unit.rescope({ tenantId: id });
  if (closedAt) await tellClosed(ctx, item, reason);
  ctx.audit({
    entity: "tenants",
    id,
    before: { closed_at: before.closedAt?.toISOString() ?? null },
    after: { closed_at: item.closed_at, reason, actor_email: ctx.session?.email ?? null },
  });
  return item;
}
