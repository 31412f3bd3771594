import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { unseal } from "@/lib/platform/secret-box";

type InUnit = { unit: UnitOfWork };

export type OpenMail = { id: string; kind: string; to: string; locale: string; params: unknown };

/** A mail that still has to go; nothing where it is gone, or given up. */
export async function readOpenMail(ctx: InUnit, id: string): Promise<OpenMail | undefined> {
  await ctx.unit.rescope({ work: "mailer" });
  const row = await (await tx(ctx)).mail.findFirst({
    where: { id, sentAt: null, failedAt: null, payloadBox: { not: null } },
    select: { kind: true, recipient: true, locale: true, payloadBox: true },
  });
  if (!row?.payloadBox) return undefined;
  const { kind, locale, recipient: to, payloadBox } = row;
  return { ...{ id, kind, locale, to }, params: JSON.parse(unseal(payloadBox, `mail:${id}`)) as unknown };
}

/** It is on its way: what it said is forgotten. */
export async function markSent(ctx: InUnit, id: string, carrierId: string, now: Date): Promise<void> {
  await ctx.unit.rescope({ work: "mailer" });
  await (await tx(ctx)).mail.updateMany({
    where: { id },
    data: { sentAt: now, carrierId, payloadBox: null, attempts: { increment: 1 }, fault: null },
  });
}

/** It could not be sent; `isOver`: and never will. */
export async function markFailed(
  ctx: InUnit,
  id: string,
  { words, isOver, now }: { words: string; isOver: boolean; now: Date },
): Promise<void> {
  await ctx.unit.rescope({ work: "mailer" });
  await (await tx(ctx)).mail.updateMany({
    where: { id },
    data: {
      attempts: { increment: 1 },
      fault: words.slice(0, 500),
      ...(isOver ? { failedAt: now, payloadBox: null } : {}),
    },
  });
}
