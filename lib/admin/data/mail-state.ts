import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { MailStatus } from "../schemas";

type Row = {
  queued: number;
  retrying: number;
  oldest: Date | null;
  failed: number;
  sent: Date | null;
  faultAt: Date | null;
  faultKind: string | null;
  fault: string | null;
};

/**
 * How mail fares: a company's, or all of it (`null`), for which the unit looks as the mailer for this one question.
 * A fault counts also while the mail is tried again.
 */
export async function readMailState(
  ctx: { unit: UnitOfWork },
  tenantId: string | null,
  now: Date,
): Promise<Omit<MailStatus, "way">> {
  const db = await tx(ctx);
  if (tenantId === null) await ctx.unit.rescope({ work: "mailer" });
  const ours = tenantId === null ? Prisma.sql`true` : Prisma.sql`tenant_id = ${tenantId}::uuid`;
  const [row] = await db.$queryRaw<Row[]>`
    with ours as (select * from mails where ${ours}),
      waiting as (select * from ours where sent_at is null and failed_at is null)
    select (select count(*)::int from waiting) as queued,
      (select count(*)::int from waiting where attempts > 0) as retrying,
      (select min(created_at) from waiting) as oldest,
      (select count(*)::int from ours where failed_at > ${now}::timestamptz - interval '7 days') as failed,
      (select max(sent_at) from ours) as sent,
      f.at as "faultAt", f.kind as "faultKind", f.fault
    from (select) one left join lateral (
      select coalesce(failed_at, created_at) as at, kind, fault from ours
      where fault is not null and sent_at is null and coalesce(failed_at, created_at) > ${now}::timestamptz - interval '7 days'
      order by 1 desc limit 1) f on true`;
  if (tenantId === null) await ctx.unit.rescope({ work: "platform" });
  return {
    queued: row?.queued ?? 0,
    retrying: row?.retrying ?? 0,
    oldest_waiting_since: row?.oldest?.toISOString() ?? null,
    failed_7d: row?.failed ?? 0,
    last_fault: row?.faultAt
      ? { at: row.faultAt.toISOString(), kind: row.faultKind ?? "", fault: row.fault ?? "" }
      : null,
    last_sent_at: row?.sent?.toISOString() ?? null,
  };
}
