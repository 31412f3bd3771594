import type { z } from "zod";

/** Where events go; the key's order is kept within one. `events.dlq` tells of those that a consumer could not take. */
export const TOPICS = ["events.miner", "events.treasury", "events.ops", "events.crm", "events.dlq"] as const;
export type Topic = (typeof TOPICS)[number];

/** A kind of event: what happened, in the past tense, with the version of its shape (`machines.user_miner.added.v1`). */
export type EventType<P extends z.ZodType = z.ZodType> = {
  kind: string;
  schemaVersion: number;
  topic: Topic;
  payload: P;
};

/** Declares a kind of event. Its name ends with the version of the payload's shape: another shape is another kind. */
export function event<P extends z.ZodType>(type: EventType<P>): EventType<P> {
  if (!/^[a-z_]+(\.[a-z_]+)+\.v\d+$/.test(type.kind) || !type.kind.endsWith(`.v${type.schemaVersion}`))
    throw new Error(`${type.kind}: an event is named domain.thing.happened.v${type.schemaVersion}`);
  return type;
}

/** One occurrence of an event, as the command that caused it tells it. */
export type Occurrence<P> = {
  /** The row that it is about. */
  entityId: string;
  /** The aggregate whose events keep their order; its row is locked and raised to `version` in the same transaction. */
  key: string;
  /** Of the aggregate: 1, 2, 3 … without gaps, one an event. */
  version: number;
  /** Whose it is; the unit of work's person and company, unless given. */
  userId?: string | null;
  tenantId?: string | null;
  payload: P;
};

/** An event as every consumer sees it, whichever transport brought it. The field names are those on the bus. */
export type BusEvent<P = unknown> = {
  event_id: string;
  kind: string;
  tenant_id: string | null;
  user_id: string | null;
  entity_id: string;
  aggregate_key: string;
  aggregate_version: number;
  schema_version: number;
  /** ISO 8601, UTC. */
  occurred_at: string;
  payload: P;
};
