import type { UnitOfWork } from "@/lib/kernel/context";
import type { BusEvent, Topic } from "@/lib/kernel/event";

/** An event as it came: `value` is what was published, byte for byte. */
export type Arrived = { topic: Topic; event: BusEvent; value: string };

/** Events of one topic for one group; those of an aggregate in their order, some perhaps not for the first time. */
export type Batch = {
  topic: Topic;
  events: readonly Arrived[];
  /**
   * The last statement of the transaction that has the batch's effects, where the transport keeps the group's place in
   * the database. Throws `Overtaken` when another process took the batch meanwhile: then the transaction must not stand.
   */
  settle(ctx: { unit: UnitOfWork }): Promise<void>;
  /** During a long wait: this consumer still lives. Throws when the batch isn't its own any more. */
  beat(): Promise<void>;
};

/** Another process works on this batch: nothing is lost, it goes on there. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

export type Subscriber = {
  group: string;
  topics: readonly Topic[];
  /**
   * Resolves when the batch has its effects: only then it counts as read. What it throws makes the batch come again.
   * `signal` is aborted when the consumer is to stop.
   */
  handle(batch: Batch, signal: AbortSignal): Promise<void>;
};

/**
 * Brings the events of the outbox to groups of consumers: each at least once, those of an aggregate in their order, to
 * one process of a group at a time. A new group begins with the oldest that is kept. One conformance suite holds every
 * transport to it (`lib/testing/events/bus-suite.ts`).
 */
export type EventBus = {
  /** Begins to bring; resolves when the first look is done or is being retried. */
  start(subscribers: readonly Subscriber[]): Promise<void>;
  /** Brings nothing new, waits for what is being handled. */
  stop(): Promise<void>;
};
