import { NoInput, query } from "@/lib/kernel/use-case";
import { listEntities } from "../data/entries";
import { AuditFacets } from "../schemas";

/** What the log can be filtered by, for the page's form. */
export const listAuditFacets = query({
  name: "audit.facet.list",
  permission: "audit:read",
  input: NoInput,
  output: AuditFacets,
  run: async (ctx) => ({ entities: await listEntities(ctx, ctx.tenantId) }),
});
