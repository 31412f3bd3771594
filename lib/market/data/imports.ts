import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

/** How far the import of one file has come; lines are counted from 1, the header's. */
export type ImportProgress = {
  linesDone: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

const COUNTS = { linesDone: true, inserted: true, updated: true, unchanged: true, rejected: true } as const;

/** Begins the import of a file, or takes up the one that was interrupted; a finished one begins anew. */
export async function beginImport(
  ctx: InUnit,
  file: { sha256: string; name: string; layout: string },
  now: Date,
): Promise<ImportProgress> {
  const db = await tx(ctx);
  const open = await db.historyImport.findFirst({ where: { sha256: file.sha256, finishedAt: null }, select: COUNTS });
  if (open) return open;
  const zero = { linesDone: 1, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
  const fresh = { file: file.name, layout: file.layout, startedAt: now, finishedAt: null, ...zero };
  await db.historyImport.upsert({
    where: { sha256: file.sha256 },
    create: { sha256: file.sha256, ...fresh },
    update: fresh,
  });
  return zero;
}

export async function advanceImport(ctx: InUnit, sha256: string, by: ImportProgress): Promise<ImportProgress> {
  const db = await tx(ctx);
  return db.historyImport.update({
    where: { sha256 },
    data: {
      linesDone: by.linesDone,
      inserted: { increment: by.inserted },
      updated: { increment: by.updated },
      unchanged: { increment: by.unchanged },
      rejected: { increment: by.rejected },
    },
    select: COUNTS,
  });
}

export async function finishImport(ctx: InUnit, sha256: string, now: Date): Promise<ImportProgress> {
  const db = await tx(ctx);
  return db.historyImport.update({ where: { sha256 }, data: { finishedAt: now }, select: COUNTS });
}
