import { Prisma } from "@/prisma/generated/client";
import type { LogEntry } from "../core/log-entry";

/** The columns of an entry, as `l`; JSON as the database's own text, which loses no digit. */
export const ENTRY_COLUMNS = Prisma.sql`
  l.id::text as "logId", l.at, l.tenant_id::text as "tenantId", l.actor_kind as "actorKind", l.actor_id as "actorId",
  l.request_id as "requestId", l.use_case as "useCase", l.entity, l.entity_id as "entityId",
  l.before::text as before, l.after::text as after`;

export type EntryColumns = Omit<LogEntry, "id" | "at"> & { logId: string; at: Date };

export const entryOf = (row: EntryColumns): LogEntry => ({
  id: row.logId,
  at: row.at.toISOString(),
  tenantId: row.tenantId,
  actorKind: row.actorKind,
  actorId: row.actorId,
  requestId: row.requestId,
  useCase: row.useCase,
  entity: row.entity,
  entityId: row.entityId,
  before: row.before,
  after: row.after,
});

/** The rows of one company, or those of none; said besides the policy's word, so that an index can be used. */
export const ofTenant = (tenantId: string | null): Prisma.Sql =>
  tenantId === null ? Prisma.sql`l.tenant_id is null` : Prisma.sql`l.tenant_id = ${tenantId}::uuid`;
