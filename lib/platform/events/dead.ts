import type { UnitOfWork } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { ask } from "../unit-of-work";
import type { Arrived } from "./event-bus";
import type { GroupTopic } from "./inbox";

type InUnit = { unit: UnitOfWork };

const MESSAGE_MAX = 2_000;

/** Why an event could not be taken, in words for whoever mends it. */
export function faultOf(error: unknown): { kind: string; message: string } {
  if (!(error instanceof Error)) return { kind: "unknown", message: String(error).slice(0, MESSAGE_MAX) };
  return { kind: error instanceof AppError ? error.code : error.name, message: error.message.slice(0, MESSAGE_MAX) };
}

/** Lays events down behind the one that failed. */
export async function layBehind(ctx: InUnit, { group, topic }: GroupTopic, blocked: readonly Arrived[]): Promise<void> {
  if (blocked.length === 0) return;
  await ask(ctx, {
    name: "dlq-behind",
    text: `insert into event_dlq (event_id, consumer_group, topic, kind, tenant_id, user_id, aggregate_key, aggregate_version, payload, reason)
      select (e->>'event_id')::uuid, $1, $2, e->>'kind', (e->>'tenant_id')::uuid, (e->>'user_id')::uuid, e->>'aggregate_key',
        (e->>'aggregate_version')::bigint, value, 'blocked'
      from unnest($3::text[]) as given (text) cross join lateral (select text::json as value, text::jsonb as e) as parsed
      on conflict do nothing`,
    values: [group, topic, blocked.map(({ value }) => value)],
  });
}

/**
 * Lays down an event that failed and parks its aggregate: what follows, and what had come too early, waits behind it.
 * Gives how often the aggregate was parked, with this time.
 */
export async function layDown(
  ctx: InUnit,
  of: GroupTopic,
  dead: Arrived,
  fault: { kind: string; message: string; tries: number },
): Promise<number> {
  const { group, topic } = of;
  const { event, value } = dead;
  await ask(ctx, {
    name: "dlq-down",
    text: `insert into event_dlq (event_id, consumer_group, topic, kind, tenant_id, user_id, aggregate_key, aggregate_version, payload,
        reason, error_kind, error_message, retry_count)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::json, 'failed', $10, $11, $12)
      on conflict (consumer_group, event_id) do update set reason = 'failed', error_kind = excluded.error_kind,
        error_message = excluded.error_message, retry_count = event_dlq.retry_count + excluded.retry_count,
        failed_at = clock_timestamp(), replayed_at = null`,
    values: [
      ...[event.event_id, group, topic, event.kind, event.tenant_id, event.user_id, event.aggregate_key],
      ...[event.aggregate_version, value, fault.kind, fault.message, fault.tries],
    ],
  });
  const [parked] = await ask<{ deaths: string }>(ctx, {
    name: "dlq-park",
    text: `insert into event_keys (consumer_group, topic, aggregate_key, version, parked_at, deaths)
      values ($1, $2, $3, 0, clock_timestamp(), 1)
      on conflict (consumer_group, topic, aggregate_key) do update set parked_at = excluded.parked_at, early = 0,
        deaths = event_keys.deaths + 1
      returning deaths::text`,
    values: [group, topic, event.aggregate_key],
  });
  return Number(parked?.deaths ?? 1);
}
