import type { EventBus, Subscriber } from "@/lib/platform/events/event-bus";
import type { Consumer } from "@/lib/transport/consume";
import { query } from "../../sql";
import { type Effect, effectsOf, until } from "../ground";

/** A transport under test. */
export type Transport = {
  name: string;
  /** After so long without a sign of life a process is taken for dead; 0 where its connection says so. */
  sessionMs: number;
  /** As another process would open it. */
  open(): EventBus;
  /** Ends a bus as a kill does: without a word, its transactions undone. */
  kill(bus: EventBus, group: string): Promise<void>;
  /** What was killed goes on, as a process does that was only away. */
  wake(bus: EventBus): Promise<void>;
  /** Brings a group everything once more. No bus of the group may be open. */
  bringAgain(group: string): Promise<unknown>;
};

/** What a case moves: processes of consumers, each as a bus of its own. Those that are left are stopped after the case. */
export type Players = {
  transport: Transport;
  start(...consumers: Consumer[]): Promise<EventBus>;
  /** The same for a subscriber that is more than a consumer. */
  subscribe(subscriber: Subscriber): Promise<EventBus>;
  stop(bus: EventBus): Promise<void>;
  kill(bus: EventBus, group: string): Promise<void>;
};

/** Ends the connections of this database but the one that asks, and those by which Debezium reads. */
export const endConnections = (): Promise<unknown> =>
  query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Waits until a group has had so many effects on these aggregates. */
export const has = (group: string, keys: string[], count: number): Promise<Effect[]> =>
  until(
    () => effectsOf(group, keys),
    (effects) => effects.length >= count,
  );

type Dead = { key: string; version: number; reason: string; error_message: string | null; retry_count: number };

export const deadOf = (group: string): Promise<Dead[]> =>
  query<Dead>(
    `select aggregate_key as key, aggregate_version::int as version, reason, error_message, retry_count from event_dlq
     where consumer_group = $1 order by aggregate_key, aggregate_version`,
    [group],
  );
