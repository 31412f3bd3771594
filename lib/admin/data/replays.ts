import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { DeadFilter } from "@/lib/platform/events/dead-list";
import type { ReplayRow } from "../core/dlq/to-replay-item";

type InUnit = { unit: UnitOfWork };
type Asked = DeadFilter & { by: string; reason: string; most: number | undefined; planned: number };

/** Asks for a replay; the consumers' process takes it within a second. Gives its id. */
export async function insertReplay(ctx: InUnit, asked: Asked): Promise<string> {
  const { by, reason, group, key, hours, most, planned } = asked;
  const { id } = await (await tx(ctx)).eventReplay.create({
    data: {
      ...{ requestedBy: by, reason, consumerGroup: group ?? null, aggregateKey: key ?? null },
      ...{ hours: hours ?? null, most: most ?? null, planned },
    },
    select: { id: true },
  });
  return String(id);
}

/** The newest first. Of one that goes on, what it has replayed so far. */
export async function readReplays(ctx: InUnit, limit: number, below: string | undefined): Promise<ReplayRow[]> {
  const before = below === undefined ? null : BigInt(below);
  return (await tx(ctx)).$queryRaw<ReplayRow[]>`
    select r.id::text, r.requested_at as "requestedAt", r.requested_by as "requestedBy", r.reason, r.consumer_group as "group",
      r.aggregate_key as key, r.hours, r.most, r.planned, r.finished_at as "finishedAt", coalesce(r.failed, 0) as failed, r.fault,
      coalesce(r.replayed, (select count(*)::int from event_dlq d where d.replayed_at >= r.requested_at
        and d.replayed_by = r.requested_by and d.replay_reason = r.reason)) as replayed
    from event_replays r where ${before}::bigint is null or r.id < ${before}
    order by r.id desc limit ${limit}`;
}
