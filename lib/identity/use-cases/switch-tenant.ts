import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { listMemberships } from "../data/user-access";
import { Rotated, SwitchTenant } from "../schemas";
import { mayEnter } from "./choose-tenant";
import { rotateOwnSession } from "./rotate";

/** Goes on working in another of one's companies. Throws `not_found` for one that one may not enter. */
export const switchTenant = command({
  name: "identity.switch",
  permission: "account",
  secretAnswer: true,
  input: SwitchTenant,
  output: Rotated,
  async run(ctx, { tenant_id }) {
    const memberships = await listMemberships(ctx, ctx.session?.userId ?? "");
    const wanted = memberships.find(({ tenantId }) => tenantId === tenant_id);
    if (!wanted || !mayEnter(wanted, ctx.now())) throw new AppError("not_found", "There is no such company of yours.");
    await ctx.unit.rescope({ tenantId: wanted.tenantId });
    ctx.audit({
      entity: "sessions",
      id: ctx.session?.id ?? "",
      before: { tenant_id: ctx.tenantId },
      after: { tenant_id },
    });
    return rotateOwnSession(ctx, { place: { tenantId: wanted.tenantId, role: wanted.role } });
  },
});
