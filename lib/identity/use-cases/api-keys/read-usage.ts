import { query } from "@/lib/kernel/use-case";
import { ReadUsage, UsageReport } from "../../core/api-keys/schemas";
import { firstDay, usageReport } from "../../core/api-keys/usage-report";
import { findMakers, nameKeys } from "../../data/api-keys";
import { readUsage as readRows } from "../../data/api-usage";

export const readUsage = query({
  name: "identity.key.usage",
  permission: "integrations:read",
  input: ReadUsage,
  output: UsageReport,
  async run(ctx, { days }) {
    const now = ctx.now();
    const rows = await readRows(ctx, firstDay(now, days));
    const makers = await findMakers(
      ctx,
      rows.map(({ userId }) => userId),
    );
    const names = new Map([...makers].map(([userId, { name }]) => [userId, name]));
    for (const [id, name] of await nameKeys(ctx)) names.set(id, name);
    return usageReport(rows, names, now, days);
  },
});
