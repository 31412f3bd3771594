import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { unseal } from "@/lib/platform/secret-box";

type InUnit = { unit: UnitOfWork };

export type DueMail = { id: string; kind: string; to: string; locale: string; params: unknown; attempts: number };

/** Mails whose time has come, at most `limit`; others that look at the same time get other ones. */
export async function takeDueMails(ctx: InUnit, now: Date, limit: number): Promise<DueMail[]> {
  await ctx.unit.rescope({ work: "mailer" });
  const rows = await (await tx(ctx)).$queryRaw<
    { id: string; kind: string; recipient: string; locale: string; payload_box: string; attempts: number }[]
  >`select id, kind, recipient, locale, payload_box, attempts from mails
    where due_at <= ${now} and sent_at is null and failed_at is null and payload_box is not null
    order by due_at limit ${limit} for update skip locked`;
  return rows.map(({ payload_box, recipient, ...row }) => ({
    ...row,
    to: recipient,
    params: JSON.parse(unseal(payload_box, `mail:${row.id}`)) as unknown,
  }));
}

/** It is on its way: what it said is forgotten. */
export async function markSent(ctx: InUnit, id: string, carrierId: string, now: Date): Promise<void> {
  await (await tx(ctx)).mail.updateMany({
    where: { id },
    data: { sentAt: now, carrierId, payloadBox: null, attempts: { increment: 1 }, fault: null },
  });
}

/** It could not be sent: again at `retryAt`, or never. */
export async function markFailed(
  ctx: InUnit,
  id: string,
  fault: string,
  retryAt: Date | null,
  now: Date,
): Promise<void> {
  await (await tx(ctx)).mail.updateMany({
    where: { id },
    data: {
      attempts: { increment: 1 },
      fault: fault.slice(0, 500),
      ...(retryAt ? { dueAt: retryAt } : { failedAt: now, payloadBox: null }),
    },
  });
}
