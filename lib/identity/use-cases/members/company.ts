import type { z } from "zod";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { command, NoInput, query } from "@/lib/kernel/use-case";
import { Company, RenameCompany } from "../../core/members/company-schemas";
import { findTenantRow, renameTenant } from "../../data/tenant-list";
import { CompanyChanged } from "../../events";
import { companyOf } from "./here";

/** The company that is worked in. */
export const getCompany = query({
  name: "members.company.get",
  permission: "company:read",
  input: NoInput,
  output: Company,
  run: (ctx) => readCompany(ctx),
});

/** Throws `precondition_failed` when the company was changed since `version`. */
export const renameCompany = command({
  name: "members.company.rename",
  permission: "company:write",
  emits: [CompanyChanged],
  input: RenameCompany,
  output: Company,
  async run(ctx, { name, version }) {
    const before = await readCompany(ctx);
    if (!(await renameTenant(ctx, { id: before.id, version, name })))
      throw new AppError("precondition_failed", "This company was changed in the meantime: read it again.");
    ctx.audit({ entity: "tenants", id: before.id, before: { name: before.name }, after: { name } });
    return { ...before, name, version: version + 1 };
  },
});

async function readCompany(ctx: QueryCtx): Promise<z.output<typeof Company>> {
  const row = await findTenantRow(ctx, companyOf(ctx));
  if (!row) throw new AppError("not_found", "There is no such company.");
  const { id, name, plan, isDemo, version, createdAt } = row;
  return { id, name, plan, is_demo: isDemo, version, created_at: createdAt.toISOString() };
}
