import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { UsageRow } from "../core/api-keys/usage-report";

type InUnit = { unit: UnitOfWork };

/** Adds to the calls a day of the unit's company. Rows come sorted, so that two writers never wait for each other. */
export async function addUsage(ctx: InUnit, tenantId: string, rows: readonly UsageRow[]): Promise<void> {
  const db = await tx(ctx);
  for (const { userId, keyId, endpoint, date, calls } of rows)
    await db.$executeRaw`
      insert into api_usage (tenant_id, user_id, key_id, endpoint, date, calls_count)
      values (${tenantId}::uuid, ${userId}::uuid, ${keyId}, ${endpoint}, ${date}::date, ${calls})
      on conflict (tenant_id, date, user_id, key_id, endpoint)
      do update set calls_count = api_usage.calls_count + excluded.calls_count`;
}

/** The company's calls from a day on. */
export async function readUsage(ctx: InUnit, from: string): Promise<UsageRow[]> {
  const rows = await (await tx(ctx)).apiUsage.findMany({
    where: { date: { gte: new Date(from) } },
    select: { userId: true, keyId: true, endpoint: true, date: true, callsCount: true },
  });
  return rows.map(({ date, callsCount, ...row }) => ({
    ...row,
    date: date.toISOString().slice(0, 10),
    calls: callsCount,
  }));
}

/** Calls from a day on, by the key's id. */
export async function callsByKey(ctx: InUnit, from: string): Promise<Map<string, number>> {
  const sums = await (await tx(ctx)).apiUsage.groupBy({
    by: ["keyId"],
    where: { date: { gte: new Date(from) }, keyId: { not: "" } },
    _sum: { callsCount: true },
  });
  return new Map(sums.map(({ keyId, _sum }) => [keyId, _sum.callsCount ?? 0]));
}
