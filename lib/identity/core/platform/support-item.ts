import type { SupportItem } from "./schemas";
import { supportState } from "./support-state";

type Row = {
  id: string;
  tenantId: string;
  platformEmail: string;
  reason: string;
  startedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
};

export const toSupportItem = (row: Row, now: Date): SupportItem => ({
  id: row.id,
  tenant_id: row.tenantId,
  platform_email: row.platformEmail,
  reason: row.reason,
  state: supportState(row, now),
  started_at: row.startedAt.toISOString(),
  expires_at: row.expiresAt.toISOString(),
  ended_at: row.endedAt?.toISOString() ?? null,
});
