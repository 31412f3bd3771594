import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import { percent } from "../core/percent";
import { type WatchedWork, WorkState } from "../schemas";

type InUnit = { unit: UnitOfWork };

const MOST_OPEN = 50;
const MOST_FAILED = 20;
const OPEN = { in: ["queued", "running", "waiting"] };

const FIELDS = {
  ...{ id: true, name: true, state: true, done: true, total: true, attempt: true, failures: true },
  ...{ userId: true, mayCancel: true, createdAt: true, touchedAt: true, cancelAskedAt: true, finishedAt: true },
} as const;

/** Everybody's, as the platform sees it: what isn't over, the oldest first, then the last that failed since then. */
export async function listWatchedWork(ctx: InUnit, failedSince: Date): Promise<WatchedWork[]> {
  const db = await tx(ctx);
  const open = await db.longWork.findMany({
    where: { state: OPEN },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_OPEN,
    select: FIELDS,
  });
  const failed = await db.longWork.findMany({
    where: { state: "failed", createdAt: { gte: failedSince } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_FAILED,
    select: FIELDS,
  });
  return [...open, ...failed].map(watched);
}

/** One that the machine asked itself for. */
export async function findMachineWork(ctx: InUnit, id: string): Promise<WatchedWork | undefined> {
  const row = await (await tx(ctx)).longWork.findFirst({ where: { id, userId: null }, select: FIELDS });
  return row ? watched(row) : undefined;
}

type Row = Prisma.LongWorkGetPayload<{ select: typeof FIELDS }>;

const watched = ({ id, attempt, failures, ...row }: Row): WatchedWork => ({
  ...{ id, attempt, failures },
  kind: row.name,
  state: WorkState.parse(row.state),
  percent: percent(row.done, row.total),
  can_cancel: row.mayCancel && row.userId === null && row.finishedAt === null && row.cancelAskedAt === null,
  created_at: row.createdAt.toISOString(),
  touched_at: row.touchedAt?.toISOString() ?? null,
  finished_at: row.finishedAt?.toISOString() ?? null,
});

/** How many there are of each state that isn't over, and how many failed since then. */
export async function countWatchedWork(ctx: InUnit, failedSince: Date) {
  const db = await tx(ctx);
  const groups = await db.longWork.groupBy({
    by: ["state"],
    where: { OR: [{ state: OPEN }, { state: "failed", createdAt: { gte: failedSince } }] },
    _count: true,
  });
  const of = (state: string) => groups.find((group) => group.state === state)?._count ?? 0;
  return { queued: of("queued"), running: of("running"), waiting: of("waiting"), failed_7d: of("failed") };
}
