import type { CommandCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../../adapters/links";
import { accessState } from "../../core/members/access-state";
import { queueMail } from "../../data/mail-queue";
import { listOfRoles } from "../../data/members";
import type { SupportRow } from "../../data/support-access";
import { findTenant } from "../../data/tenants";
import { findUserByEmail } from "../../data/users";
import type { Role } from "../../policy";

/** Tells the owners of a company, each in their language, of a look into it. The unit of work must be in the company. */
export async function tellOwners(ctx: CommandCtx, what: "started" | "ended", access: SupportRow): Promise<void> {
  const { tenantId, reason } = access;
  const at = ctx.now().toISOString();
  const company = (await findTenant(ctx, tenantId))?.name ?? "";
  for (const to of await addresses(ctx, tenantId, ["owner"])) {
    const said = { company, at, link: link(paths.audit(to.locale)) };
    if (what === "ended") await queueMail(ctx, { ...to, kind: "support-access-ended", params: said });
    else {
      const params = { ...said, until: access.expiresAt.toISOString(), reason };
      await queueMail(ctx, { ...to, kind: "support-access-started", params });
    }
  }
}

/** Tells owners and admins that their company was closed, and why. The unit of work must be in the company. */
export async function tellClosed(
  ctx: CommandCtx,
  company: { id: string; name: string },
  reason: string,
): Promise<void> {
  const params = { company: company.name, at: ctx.now().toISOString(), reason };
  for (const to of await addresses(ctx, company.id, ["owner", "admin"]))
    await queueMail(ctx, { ...to, kind: "company-closed", params });
}

/** Whoever has access in one of these roles, each in their language. */
async function addresses(ctx: CommandCtx, tenantId: string, roles: readonly Role[]) {
  const now = ctx.now();
  const found = [];
  for (const member of await listOfRoles(ctx, tenantId, roles)) {
    if (accessState(member, now) !== "active") continue;
    const locale = (await findUserByEmail(ctx, member.email))?.locale ?? "en";
    found.push({ locale, to: member.email, tenantId, userId: member.userId, now });
  }
  return found;
}
