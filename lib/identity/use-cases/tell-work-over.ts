import type { Locale, QueryCtx } from "@/lib/kernel/context";
import { link } from "../adapters/links";
import type { TOLD_WORKS } from "../adapters/mails/work-mails";
import { queueMail } from "../data/mail-queue";
import { findTenant } from "../data/tenants";
import { findUser } from "../data/users";

export type ToldWork = {
  what: (typeof TOLD_WORKS)[number];
  /** Where it, or what became of it, is seen. */
  page: (locale: Locale) => string;
};

/** Mails whoever the unit of work acts as, in their language, that what they asked for in a company is over. */
export async function tellWorkOver(ctx: QueryCtx, { what, page }: ToldWork, isDone: boolean): Promise<void> {
  const { tenantId } = ctx;
  const { userId } = ctx.actor;
  const user = userId === null ? undefined : await findUser(ctx, userId);
  if (tenantId === null || userId === null || !user) return;
  const company = (await findTenant(ctx, tenantId))?.name ?? "";
  const now = ctx.now();
  const params = { what, isDone, company, at: now.toISOString(), link: link(page(user.locale)) };
  await queueMail(ctx, { kind: "work-over", params, locale: user.locale, to: user.email, tenantId, userId, now });
}
