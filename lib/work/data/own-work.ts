import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import { percent } from "../core/percent";
import { type WorkItem, WorkRefusal, WorkState } from "../schemas";

type InUnit = { unit: UnitOfWork };

const FIELDS = {
  ...{
    id: true,
    name: true,
    state: true,
    done: true,
    total: true,
    message: true,
    attempt: true,
    fault: true,
    refusal: true,
  },
  ...{ mayCancel: true, cancelAskedAt: true, createdAt: true, startedAt: true, finishedAt: true },
} as const;

type Row = Prisma.LongWorkGetPayload<{ select: typeof FIELDS }>;

// The policies show a person what they asked for in the company that the unit is in, and nothing else.

/** The newest first; after the row with this id. One more than `limit` tells of a next page. */
export async function listOwnWork(
  ctx: InUnit,
  userId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<WorkItem[]> {
  const rows = await (await tx(ctx)).longWork.findMany({
    where: { userId, isShown: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: FIELDS,
    ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
  });
  return rows.map(itemOf);
}

export async function findOwnWork(ctx: InUnit, userId: string, id: string): Promise<WorkItem | undefined> {
  const row = await (await tx(ctx)).longWork.findFirst({ where: { id, userId, isShown: true }, select: FIELDS });
  return row ? itemOf(row) : undefined;
}

const itemOf = ({
  name,
  state,
  mayCancel,
  cancelAskedAt,
  createdAt,
  startedAt,
  finishedAt,
  refusal,
  ...row
}: Row): WorkItem => ({
  ...row,
  kind: name,
  state: WorkState.parse(state),
  refusal: refusal === null ? null : WorkRefusal.parse(refusal),
  percent: percent(row.done, row.total),
  can_cancel: mayCancel && finishedAt === null && cancelAskedAt === null,
  created_at: createdAt.toISOString(),
  started_at: startedAt?.toISOString() ?? null,
  finished_at: finishedAt?.toISOString() ?? null,
});
