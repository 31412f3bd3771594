import { query } from "@/lib/kernel/use-case";
import { readActors } from "../data/actors";
import { listEntries } from "../data/entries";
import { AuditPage, ListAudit } from "../schemas";
import { itemOf } from "./item-of";

/** The log of the company, or of the platform for its administrators, newest first. */
export const listAudit = query({
  name: "audit.entry.list",
  permission: "audit:read",
  input: ListAudit,
  output: AuditPage,
  async run(ctx, { limit, cursor, ...filter }) {
    const found = await listEntries(ctx, { tenantId: ctx.tenantId, filter, below: cursor, limit: limit + 1 });
    const entries = found.slice(0, limit);
    const actorOf = await readActors(ctx, entries);
    return {
      items: entries.map((entry) => itemOf(entry, actorOf(entry))),
      next_cursor: found.length > limit ? (entries.at(-1)?.id ?? null) : null,
    };
  },
});
