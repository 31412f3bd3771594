import type { UnitOfWork } from "@/lib/kernel/context";
import {
  type DeadFilter,
  type DeadRow,
  deadKeys,
  deadStats,
  findDead as findRows,
  listDead,
} from "@/lib/platform/events/dead-list";
import type { DeadDetail, DeadItem, DeadStat } from "../core/dlq/schemas";

// The unit must be the platform's: nobody else sees a row.

type InUnit = { unit: UnitOfWork };

export async function readDeadStats(ctx: InUnit): Promise<DeadStat[]> {
  return (await deadStats(ctx)).map(({ group, topic, failed, blocked, keys, oldest }) => ({
    ...{ group, topic, failed, blocked },
    aggregates: keys,
    oldest_at: oldest.toISOString(),
  }));
}

/** A page, and where the next one begins. */
export async function readDeadPage(ctx: InUnit, filter: DeadFilter, limit: number, below: string | undefined) {
  const rows = await listDead(ctx, filter, limit + 1, below);
  const items = rows.slice(0, limit).map(toItem);
  return { items, next_cursor: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
}

export async function findDead(ctx: InUnit, eventId: string): Promise<DeadDetail | undefined> {
  const rows = await findRows(ctx, eventId);
  const [first] = rows;
  if (!first) return undefined;
  const groups = rows.map((row) => ({
    ...toItem(row),
    replayed_at: row.replayed_at?.toISOString() ?? null,
    replayed_by: row.replayed_by,
    replay_reason: row.replay_reason,
  }));
  return { event_id: eventId, event: JSON.parse(first.value), groups };
}

/** What a replay would take, at most `most` events. */
export async function planReplay(ctx: InUnit, filter: DeadFilter, most: number | undefined) {
  let left = most ?? Number.POSITIVE_INFINITY;
  let [events, aggregates] = [0, 0];
  for (const key of await deadKeys(ctx, filter)) {
    if (left <= 0) break;
    const taken = Math.min(key.events, left);
    left -= taken;
    events += taken;
    aggregates++;
  }
  return { events, aggregates };
}

const toItem = (row: DeadRow): DeadItem => ({
  event_id: row.event_id,
  group: row.group,
  topic: row.topic,
  kind: row.kind,
  tenant_id: row.tenant_id,
  aggregate_key: row.key,
  aggregate_version: Number(row.version),
  reason: row.reason,
  error_kind: row.error_kind,
  error_message: row.error_message,
  retry_count: row.retry_count,
  failed_at: row.failed_at.toISOString(),
});
