import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

export type MailRow = {
  id: string;
  kind: string;
  recipient: string;
  createdAt: Date;
  sentAt: Date | null;
  failedAt: Date | null;
  fault: string | null;
  carrierId: string | null;
};

const SHOWN = {
  id: true,
  kind: true,
  recipient: true,
  createdAt: true,
  sentAt: true,
  failedAt: true,
  fault: true,
  carrierId: true,
} as const;

/** The mails that the unit sees, newest first: the company's, and those to its person. */
export async function listMails(ctx: InUnit, limit: number): Promise<MailRow[]> {
  const db = await tx(ctx);
  return db.mail.findMany({ select: SHOWN, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: limit });
}

/** The newest mail to a person of the same kind as the one that is named: sending it again makes another. */
export async function findNewestLike(ctx: InUnit, id: string, userId: string): Promise<MailRow | undefined> {
  const db = await tx(ctx);
  const named = await db.mail.findFirst({ where: { id, userId }, select: { kind: true } });
  if (!named) return undefined;
  const where = { userId, kind: named.kind };
  return (await db.mail.findFirst({ where, select: SHOWN, orderBy: { createdAt: "desc" } })) ?? undefined;
}
