import type { TenantItem } from "./schemas";

type Row = { id: string; name: string; plan: string; isDemo: boolean; createdAt: Date; closedAt: Date | null };

export const toTenantItem = (row: Row, members: number): TenantItem => ({
  id: row.id,
  name: row.name,
  plan: row.plan,
  members,
  is_demo: row.isDemo,
  created_at: row.createdAt.toISOString(),
  closed_at: row.closedAt?.toISOString() ?? null,
});
