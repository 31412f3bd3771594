import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Contact } from "../core/contact-of-member";

type InUnit = { unit: UnitOfWork };

/** Lets one at a time bring the company's contacts in line, to the end of the transaction. */
export async function holdContacts(ctx: InUnit, tenantId: string): Promise<void> {
  const key = `contacts:${tenantId}`;
  await (await tx(ctx)).$queryRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 7305515))::text`;
}

/** Whether the company has a contact for this account. */
export async function hasContact(ctx: InUnit, tenantId: string, userId: string): Promise<boolean> {
  const where = { tenantId, userId };
  return (await (await tx(ctx)).crmContact.count({ where })) > 0;
}

/** Makes the contact of an account what it is to be. */
export async function putContact(ctx: InUnit, tenantId: string, contact: Contact, now: Date): Promise<void> {
  const { userId, ...state } = contact;
  await (await tx(ctx)).crmContact.upsert({
    where: { tenantId_userId: { tenantId, userId } },
    create: { id: crypto.randomUUID(), tenantId, userId, ...state, createdAt: now, updatedAt: now },
    update: { ...state, updatedAt: now },
    select: { id: true },
  });
}

/** Gives these accounts' contacts the portal, and takes it from all others; gives how many that changed. */
export async function putPortals(
  ctx: InUnit,
  tenantId: string,
  userIds: readonly string[],
  now: Date,
): Promise<number> {
  const db = await tx(ctx);
  const these = { in: [...userIds] };
  const given = await db.crmContact.updateMany({
    where: { tenantId, userId: these, hasPortal: false },
    data: { hasPortal: true, updatedAt: now },
  });
  const taken = await db.crmContact.updateMany({
    where: { tenantId, userId: { not: null }, hasPortal: true, NOT: { userId: these } },
    data: { hasPortal: false, updatedAt: now },
  });
  return given.count + taken.count;
}
