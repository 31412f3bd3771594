import { query } from "@/lib/kernel/use-case";
import { ListTenants, TenantPage } from "../../core/platform/schemas";
import { toTenantItem } from "../../core/platform/tenant-item";
import { countMembers, listTenants as readTenants } from "../../data/tenant-list";

/** The companies of this installation, by name: what they are, and how many people are in them. */
export const listTenants = query({
  name: "platform.tenant.list",
  permission: "platform:read",
  input: ListTenants,
  output: TenantPage,
  async run(ctx, wanted) {
    const { rows, next, total } = await readTenants(ctx, wanted);
    const ids = rows.map(({ id }) => id);
    const members = await countMembers(ctx, ids);
    return { items: rows.map((row) => toTenantItem(row, members.get(row.id) ?? 0)), next_cursor: next, total };
  },
});
