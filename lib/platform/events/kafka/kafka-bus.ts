import { setTimeout as wait } from "node:timers/promises";
import type { Kafka } from "kafkajs";
import { log } from "@/lib/platform/log";
import type { EventBus, Subscriber } from "../event-bus";
import { consumeGroup, type GroupPlace } from "./consume-group";
import { ensureTopics } from "./topics";

export type KafkaBusOptions = {
  kafka: Kafka;
  /** Events a call of a handler, and so a transaction, at most. */
  batch?: number;
  /** How soon a batch comes again that failed, and brokers are tried again that can't be reached. */
  retryMs?: number;
};

/**
 * The transport over Kafka, whoever publishes there, our relay or Debezium: a group of consumers is a group of Kafka's. Its
 * offsets are committed after the effects, so that a kill repeats, which the inbox knows how to take.
 */
export function kafkaBus({ kafka, batch = 500, retryMs = 1_000 }: KafkaBusOptions): EventBus {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const careers: Promise<void>[] = [];
  let topics: Promise<unknown> | undefined;
  const makeTopics = () => {
    topics ??= ensureTopics(kafka).catch((error: unknown) => {
      topics = undefined;
      throw error;
    });
    return topics;
  };

  /** Consumes for one group for as long as kafkajs does, then anew: what it can't mend it ends with. */
  async function career(subscriber: Subscriber, begun: () => void): Promise<void> {
    const place: GroupPlace = { kafka, batch, retryMs, signal, begun };
    while (!signal.aborted) {
      try {
        await Promise.race([makeTopics(), stopped]);
        if (!signal.aborted) await consumeGroup(subscriber, place);
      } catch (error) {
        log.warn({ err: error, group: subscriber.group }, "a group of consumers has no broker");
      }
      begun();
      await wait(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }

  return {
    async start(subscribers) {
      const begun = subscribers.map(
        (subscriber) => new Promise<void>((resolve) => careers.push(career(subscriber, resolve))),
      );
      await Promise.all(begun);
    },
    async stop() {
      stopping.abort();
      await Promise.all(careers);
    },
  };
}
