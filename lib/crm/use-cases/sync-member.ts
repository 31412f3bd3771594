import { z } from "zod";
import { isCompanyOpen } from "@/lib/identity/index";
import { command } from "@/lib/kernel/use-case";
import { contactOfMember } from "../core/contact-of-member";
import { hasContact, holdContacts, putContact } from "../data/contacts";

/** Brings the contact of a member up to what the company's list of members says. Repeating it changes nothing. */
export const syncMember = command({
  name: "crm.contact.sync",
  permission: "system",
  routine: "follows the list of members, whose change stands in the log",
  input: z.strictObject({
    user_id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.string(),
    has_access: z.boolean(),
  }),
  output: z.object({ has_contact: z.boolean() }),
  async run(ctx, { user_id: userId, has_access: hasAccess, ...member }) {
    const { tenantId } = ctx;
    if (tenantId === null) return { has_contact: false };
    await holdContacts(ctx, tenantId);
    const isOpen = await isCompanyOpen(ctx, tenantId);
    const contact = contactOfMember({ ...member, userId, hasAccess, isOpen }, await hasContact(ctx, tenantId, userId));
    if (contact) await putContact(ctx, tenantId, contact, ctx.now());
    return { has_contact: contact !== null };
  },
});
