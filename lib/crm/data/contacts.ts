import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Contact } from "../core/contact-of-member";

type InUnit = { unit: UnitOfWork };

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
