import { z } from "zod";
import { isCompanyOpen, listClientsWithAccess } from "@/lib/identity/index";
import { command, NoInput } from "@/lib/kernel/use-case";
import { holdContacts, putPortals } from "../data/contacts";

/** While a company is closed no contact of it has the portal; opened again, those of its clients have it who had it. */
export const syncCompany = command({
  name: "crm.company.sync",
  permission: "system",
  routine: "follows the closing of a company, which stands in the log",
  input: NoInput,
  output: z.object({ changed: z.int() }),
  async run(ctx) {
    const { tenantId } = ctx;
    if (tenantId === null) return { changed: 0 };
    // Held before the state is read: what a member's change writes beside this would else outlive the closing.
    await holdContacts(ctx, tenantId);
    const clients = (await isCompanyOpen(ctx, tenantId)) ? await listClientsWithAccess(ctx, tenantId) : [];
    return { changed: await putPortals(ctx, tenantId, clients, ctx.now()) };
  },
});
