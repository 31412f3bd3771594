import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { readableJson } from "../core/exact-json";
import { jsonDiff } from "../core/json-diff";
import { readActors } from "../data/actors";
import { findEntry } from "../data/entries";
import { AuditDetail, AuditEntryId } from "../schemas";
import { itemOf } from "./item-of";

/** One entry with what it says, and the difference between before and after. */
export const getAuditEntry = query({
  name: "audit.entry.get",
  permission: "audit:read",
  input: AuditEntryId,
  output: AuditDetail,
  async run(ctx, { id }) {
    const entry = await findEntry(ctx, ctx.tenantId, id);
    if (!entry) throw new AppError("not_found", "There is no such entry.");
    const actorOf = await readActors(ctx, [entry]);
    const before = entry.before === null ? undefined : readableJson(entry.before);
    const after = entry.after === null ? undefined : readableJson(entry.after);
    return {
      ...itemOf(entry, actorOf(entry)),
      prev_hash: entry.prevHash,
      before: before ?? null,
      after: after ?? null,
      changes: jsonDiff(before, after),
    };
  },
});
