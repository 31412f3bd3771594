import { setTimeout as wait } from "node:timers/promises";
import type { Consumer, EachBatchPayload, Kafka } from "kafkajs";
import type { Topic } from "@/lib/kernel/event";
import { log } from "@/lib/platform/log";
import type { Subscriber } from "../event-bus";
import { arrivedIn } from "./arrived";
import { RETRY } from "./client";
import { whileBeating } from "./while-beating";

export type GroupPlace = {
  kafka: Kafka;
  batch: number;
  retryMs: number;
  signal: AbortSignal;
  /** The group has its partitions. */
  begun: () => void;
};

/** After so long without a heartbeat a process is taken for dead, and its partitions go to others. */
const SESSION_MS = 6_000;
const HEARTBEAT_MS = 1_000;
/** How long the others wait at most, when partitions are dealt anew, for one that is in the middle of a batch. */
const REBALANCE_MS = 10_000;
/** How long a look at a broker without news takes, and so a stop. */
const LOOK_MS = 250;
/** Partitions that one process handles at once; each is a transaction, and so a connection of the pool. */
const AT_ONCE = 3;
/** Who can't leave its group in time is taken for dead by it. */
const LEAVE_MS = 2_000;

/** Consumes for a group until the signal, or until kafkajs gives up. Throws when it can't begin. */
export async function consumeGroup(subscriber: Subscriber, place: GroupPlace): Promise<void> {
  const consumer = place.kafka.consumer({
    groupId: subscriber.group,
    sessionTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: REBALANCE_MS,
    maxWaitTimeInMs: LOOK_MS,
    // One loop begins anew, ours: kafkajs' own does so after some faults only.
    retry: { ...RETRY, restartOnFailure: async () => false },
  });
  const handling = new Set<Promise<void>>();
  const over = new Promise<void>((resolve) => {
    consumer.on(consumer.events.CRASH, () => resolve());
    place.signal.addEventListener("abort", () => resolve());
    if (place.signal.aborted) resolve();
  });
  consumer.on(consumer.events.GROUP_JOIN, place.begun);
  const beginning = begin(consumer, subscriber, place, handling);
  try {
    await Promise.race([beginning.then(() => over), over]);
  } finally {
    await Promise.allSettled(handling);
    // Who joins just now can't leave yet.
    const left = beginning.catch(() => undefined).then(() => consumer.disconnect());
    await Promise.race([left.catch(() => undefined), wait(LEAVE_MS)]);
  }
}

async function begin(consumer: Consumer, subscriber: Subscriber, place: GroupPlace, handling: Set<Promise<void>>) {
  await consumer.connect();
  await consumer.subscribe({ topics: [...subscriber.topics], fromBeginning: true });
  if (place.signal.aborted) return;
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: AT_ONCE,
    async eachBatch(payload) {
      const work = takeBatch(subscriber, payload, place);
      handling.add(work);
      await work.finally(() => handling.delete(work));
    },
  });
}

/**
 * Hands on what came of one partition, in pieces, each committed when it has its effects. One that fails comes again, with
 * all that follows it. Throws only what kafkajs has to know: that the partition isn't ours any more.
 */
async function takeBatch(subscriber: Subscriber, payload: EachBatchPayload, place: GroupPlace): Promise<void> {
  const { batch, isRunning, isStale, resolveOffset, commitOffsetsIfNecessary } = payload;
  const { partition } = batch;
  const topic = batch.topic as Topic;
  for (let first = 0; first < batch.messages.length; first += place.batch) {
    const messages = batch.messages.slice(first, first + place.batch);
    const last = messages.at(-1);
    if (!last || !isRunning() || isStale() || place.signal.aborted) return;
    const events = messages.flatMap((message) => {
      const arrived = arrivedIn(topic, message);
      // It has no aggregate that could be parked, and the outbox, where all of ours is, knows nothing of it.
      if (!arrived)
        log.error({ topic, partition, offset: message.offset }, "a message on our topic is no event: left out");
      return arrived ?? [];
    });
    const isTaken = await whileBeating(payload.heartbeat, async (beat) => {
      if (events.length === 0) return true;
      try {
        await subscriber.handle({ topic, events, settle: async () => undefined, beat }, place.signal);
        return true;
      } catch (error) {
        if (place.signal.aborted) return false;
        await beat();
        log.warn({ err: error, group: subscriber.group, topic, partition }, "a batch comes again");
        await wait(place.retryMs, undefined, { signal: place.signal }).catch(() => undefined);
        return false;
      }
    });
    if (!isTaken) return;
    resolveOffset(last.offset);
    const offset = String(BigInt(last.offset) + 1n);
    await commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
    await payload.heartbeat();
  }
}
