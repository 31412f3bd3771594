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

export async function readPosition(ctx: InUnit): Promise<SealerPosition | null> {
  return (await tx(ctx)).auditSealer.findUnique({ where: { id: ID }, select: { snapshot: true, cluster: true } });
}

export async function movePosition(ctx: InUnit, position: SealerPosition): Promise<void> {
  await (await tx(ctx)).auditSealer.updateMany({ where: { id: ID }, data: position });
}

/**
 * Names the running cluster. Where the server keeps its identifier from us, its start stands in: then each restart makes
 * the sealer look through the whole log once, which costs time and harms nothing.
 */
export async function readCluster(ctx: InUnit): Promise<string> {
  const db = await tx(ctx);
  const [right] = await db.$queryRaw<{ granted: boolean }[]>`
    select has_function_privilege('pg_control_system()', 'execute') as granted`;
  const [row] = right?.granted
    ? await db.$queryRaw<{ mark: string }[]>`select system_identifier::text as mark from pg_control_system()`
    : await db.$queryRaw<{ mark: string }[]>`select 'since ' || pg_postmaster_start_time()::text as mark`;
  return row?.mark ?? "";
}

/** What is committed at this moment, and the highest number that an entry has by then. */
export async function readFrontier(ctx: InUnit): Promise<{ snapshot: string; upTo: string }> {
  const [row] = await (await tx(ctx)).$queryRaw<{ snapshot: string; upTo: string }[]>`
    select pg_current_snapshot()::text as snapshot, (select coalesce(max(id), 0)::text from audit_log) as "upTo"`;
  if (!row) throw new Error("Postgres gave no snapshot.");
  return row;
}
