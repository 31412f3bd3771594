import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { LogEntry } from "../core/log-entry";
import { parseSnapshot } from "../core/snapshot";
import { ENTRY_COLUMNS, type EntryColumns, entryOf } from "./log-rows";

type InUnit = { unit: UnitOfWork };

type Window = {
  /** What was committed at the last look; null looks at the whole log. */
  since: string | null;
  /** What was committed at this look, and the highest number by then. */
  until: { snapshot: string; upTo: string };
  /** Of this number and below everything is done. */
  after: string;
  limit: number;
};

/**
 * Ids of a window's unsealed entries, in their order. New is what was not yet committed at the last look: begun since, or
 * running then. Numbers are given before the commit, so what a look has passed can still come; the next one finds it.
 * What is committed while a window is read page by page is left to the next, so that no transaction is torn apart.
 */
export async function readNewIds(ctx: InUnit, window: Window): Promise<string[]> {
  const rows = await (await tx(ctx)).$queryRaw<{ id: string }[]>`
    with fresh as materialized (${window.since === null ? wholeLog(window) : sinceThen(window.since, window)})
    select id::text as id from fresh where id > ${window.after}::bigint and ${isUnsealed}
    order by fresh.id
    limit ${window.limit}`;
  return rows.map(({ id }) => id);
}

/** A look-up for each row: as a join it might read the whole chain for a handful of entries. */
const isUnsealed = Prisma.sql`(select c.seq from audit_chain c where c.audit_id = fresh.id) is null`;

/**
 * The snapshots' numbers are given as they are, each kind in a query of its own, so that the index on them is used.
 * Rows that came from another cluster keep its transaction numbers: those ahead of ours are none of the window's.
 */
function sinceThen(since: string, { until }: Window): Prisma.Sql {
  const { xmax, running } = parseSnapshot(since);
  const isSettled = Prisma.sql`pg_visible_in_snapshot(xid, ${until.snapshot}::pg_snapshot)`;
  const begun = Prisma.sql`
    select id from audit_log
    where xid >= ${xmax}::xid8 and xid < ${parseSnapshot(until.snapshot).xmax}::xid8 and ${isSettled}`;
  if (running.length === 0) return begun;
  return Prisma.sql`${begun}
    union all select id from audit_log where xid = any (array[${Prisma.join(running)}]::xid8[]) and ${isSettled}`;
}

/** The transaction numbers may be another cluster's; only what runs in this one is told by them. */
const wholeLog = ({ until, after, limit }: Window): Prisma.Sql => Prisma.sql`
  select id from audit_log fresh
  where id > ${after}::bigint and id <= ${until.upTo}::bigint and ${isUnsealed}
    and xid <> all (array (select pg_snapshot_xip(${until.snapshot}::pg_snapshot)))
  order by id
  limit ${limit}`;

/** Entries by their ids, in the order of these. */
export async function readEntries(ctx: InUnit, ids: readonly string[]): Promise<LogEntry[]> {
  if (ids.length === 0) return [];
  const rows = await (await tx(ctx)).$queryRaw<EntryColumns[]>`
    select ${ENTRY_COLUMNS} from audit_log l where l.id = any (${`{${ids.join(",")}}`}::bigint[]) order by l.id`;
  return rows.map(entryOf);
}
