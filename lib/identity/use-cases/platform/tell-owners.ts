import type { CommandCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../../adapters/links";
import { accessState } from "../../core/members/access-state";
import { queueMail } from "../../data/mail-queue";
import { listOwners } from "../../data/members";
import type { SupportRow } from "../../data/support-access";
import { findTenant } from "../../data/tenants";
import { findUserByEmail } from "../../data/users";

/** Tells the owners of a company, each in their language, of a look into it. The unit of work must be in the company. */
export async function tellOwners(ctx: CommandCtx, what: "started" | "ended", access: SupportRow): Promise<void> {
  const { tenantId, reason } = access;
  const now = ctx.now();
  const at = now.toISOString();
  const company = (await findTenant(ctx, tenantId))?.name ?? "";
  for (const owner of await listOwners(ctx, tenantId)) {
    if (accessState(owner, now) !== "active") continue;
    const locale = (await findUserByEmail(ctx, owner.email))?.locale ?? "en";
    const to = { locale, to: owner.email, tenantId, userId: owner.userId, now };
    const said = { company, at, link: link(paths.audit(locale)) };
    if (what === "ended") await queueMail(ctx, { ...to, kind: "support-access-ended", params: said });
    else {
      const params = { ...said, until: access.expiresAt.toISOString(), reason };
      await queueMail(ctx, { ...to, kind: "support-access-started", params });
    }
  }
}
