import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

/** How far the sealer has read: a `pg_snapshot`, which means something in the cluster it was taken in and in no other. */
export type SealerPosition = { snapshot: string; cluster: string };

const ID = 1;

/** The position, locked until the end of the transaction, so that one sealer at a time numbers; empty before the first run. */
export async function lockPosition(ctx: InUnit): Promise<SealerPosition> {
  const db = await tx(ctx);
  await db.auditSealer.createMany({ data: { id: ID, snapshot: "", cluster: "" }, skipDuplicates: true });
  const [row] = await db.$queryRaw<SealerPosition[]>`
    select snapshot, cluster from audit_sealer where id = ${ID} for update`;
  if (!row) throw new Error("The sealer's position can't be seen: the unit of work must be scoped to the sealer.");
  return row;
}

/** The position without its lock; null before the first run. */
export async function readPosition(ctx: InUnit): Promise<SealerPosition | null> {
  return (await tx(ctx)).auditSealer.findUnique({ where: { id: ID }, select: { snapshot: true, cluster: true } });
}

export async function movePosition(ctx: InUnit, position: SealerPosition): Promise<void> {
  await (await tx(ctx)).auditSealer.updateMany({ where: { id: ID }, data: position });
}

/** What is committed at this moment, the highest number that an entry has by then, and which cluster says so. */
export type Frontier = { snapshot: string; upTo: string; cluster: string };

/**
 * Where a server keeps its identifier from us, its start stands in: then each restart makes the sealer look through the
 * whole log once, which costs time and harms nothing.
 */
export async function readFrontier(ctx: InUnit): Promise<Frontier> {
  const db = await tx(ctx);
  const [row] = await db.$queryRaw<{ snapshot: string; upTo: string; start: string; isNamed: boolean }[]>`
    select pg_current_snapshot()::text as snapshot, (select coalesce(max(id), 0)::text from audit_log) as "upTo",
      'since ' || pg_postmaster_start_time()::text as start,
      has_function_privilege('pg_control_system()', 'execute') as "isNamed"`;
  if (!row) throw new Error("Postgres gave no snapshot.");
  const { snapshot, upTo, start, isNamed } = row;
  if (!isNamed) return { snapshot, upTo, cluster: start };
  const [named] = await db.$queryRaw<{ id: string }[]>`select system_identifier::text as id from pg_control_system()`;
  return { snapshot, upTo, cluster: named?.id ?? start };
}
