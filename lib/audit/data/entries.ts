import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { LogEntry } from "../core/log-entry";
import type { AuditFilter } from "../schemas";
import { matching } from "./filter-rows";
import { ENTRY_COLUMNS, type EntryColumns, entryOf, ofTenant } from "./log-rows";

type InUnit = { unit: UnitOfWork };

/** An entry with its place in the chain; null where it isn't sealed yet. */
export type PlacedEntry = LogEntry & { seq: number | null; hash: string | null; prevHash: string | null };

type PlacedColumns = EntryColumns & { seq: bigint | null; hash: string | null; prevHash: string | null };

const placed = (row: PlacedColumns): PlacedEntry => ({
  ...entryOf(row),
  seq: row.seq === null ? null : Number(row.seq),
  hash: row.hash,
  prevHash: row.prevHash,
});

const PLACED = Prisma.sql`select ${ENTRY_COLUMNS}, c.seq, c.hash, c.prev_hash as "prevHash"
  from audit_log l left join audit_chain c on c.audit_id = l.id`;

/** Entries of a company (or of none) that a filter lets through, newest first, below an id. */
export async function listEntries(
  ctx: InUnit,
  query: { tenantId: string | null; filter: AuditFilter; below: string | undefined; limit: number },
): Promise<PlacedEntry[]> {
  const { tenantId, filter, below, limit } = query;
  const onwards = below === undefined ? Prisma.empty : Prisma.sql`and l.id < ${below}::bigint`;
  const rows = await (await tx(ctx)).$queryRaw<PlacedColumns[]>`
    ${PLACED} where ${matching(tenantId, filter)} ${onwards} order by l.id desc limit ${limit}`;
  return rows.map(placed);
}

/** The same, oldest first, above an id. */
export async function listEntriesUp(
  ctx: InUnit,
  query: { tenantId: string | null; filter: AuditFilter; above: string; limit: number },
): Promise<PlacedEntry[]> {
  const { tenantId, filter, above, limit } = query;
  const rows = await (await tx(ctx)).$queryRaw<PlacedColumns[]>`
    ${PLACED} where ${matching(tenantId, filter)} and l.id > ${above}::bigint order by l.id limit ${limit}`;
  return rows.map(placed);
}

export async function findEntry(ctx: InUnit, tenantId: string | null, id: string): Promise<PlacedEntry | undefined> {
  const [row] = await (await tx(ctx)).$queryRaw<PlacedColumns[]>`
    ${PLACED} where ${ofTenant(tenantId)} and l.id = ${id}::bigint`;
  return row && placed(row);
}

/** Kinds of things that the log tells of, found by jumping through the index from one to the next. */
export async function listEntities(ctx: InUnit, tenantId: string | null): Promise<string[]> {
  const own = ofTenant(tenantId);
  const rows = await (await tx(ctx)).$queryRaw<{ entity: string }[]>`
    with recursive found as (
      (select l.entity from audit_log l where ${own} order by l.entity limit 1)
      union all
      select next.entity from found cross join lateral
        (select l.entity from audit_log l where ${own} and l.entity > found.entity order by l.entity limit 1) next)
    select entity from found limit 200`;
  return rows.map(({ entity }) => entity);
}

/** An entry that the chain doesn't have; `isPassed` where the sealer, at its snapshot, had it before its eyes. */
export type LooseEntry = { id: string; isPassed: boolean };

export async function listLooseEntries(
  ctx: InUnit,
  query: { tenantId: string | null; snapshot: string | null; limit: number },
): Promise<LooseEntry[]> {
  const { tenantId, snapshot, limit } = query;
  const isPassed =
    snapshot === null ? Prisma.sql`false` : Prisma.sql`pg_visible_in_snapshot(l.xid, ${snapshot}::pg_snapshot)`;
  return (await tx(ctx)).$queryRaw`
    select l.id::text as id, ${isPassed} as "isPassed" from audit_log l
    where ${ofTenant(tenantId)} and not exists (select from audit_chain c where c.audit_id = l.id)
    order by l.id limit ${limit}`;
}
