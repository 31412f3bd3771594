import { setTimeout as wait } from "node:timers/promises";
import type { Consumer, EachBatchPayload, Kafka } from "kafkajs";
import type { Topic } from "@/lib/kernel/event";
import { log } from "@/lib/platform/log";
import type { Arrived, Subscriber } from "../event-bus";
import { arrivedIn } from "./arrived";
import { RETRY } from "./client";
import { gather } from "./gather";
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
/** More than there are: what is worked on at once is `gather`'s to say. */
const ALL_PARTITIONS = 1_000;
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
  const take = gather(place.batch, (pieces: readonly OfPartition[]) => takePieces(subscriber, pieces, place));
  await consumer.run({
    autoCommit: false,
    eachBatchAutoResolve: false,
    partitionsConsumedConcurrently: ALL_PARTITIONS,
    async eachBatch(payload) {
      const work = takeBatch(payload, place, take);
      handling.add(work);
      await work.finally(() => handling.delete(work));
    },
  });
}

/** What came of one partition, as much as is taken at once. */
type OfPartition = {
  topic: Topic;
  partition: number;
  events: readonly Arrived[];
  /** Where the partition goes on after it. */
  offset: string;
  isOurs(): boolean;
  beat(): Promise<void>;
  commit: EachBatchPayload["commitOffsetsIfNecessary"];
};

/**
 * Hands on what came of one partition, in pieces, each committed when it has its effects. One that fails comes again, with
 * all that follows it. Throws only what kafkajs has to know: that the partition isn't ours any more.
 */
async function takeBatch(
  payload: EachBatchPayload,
  place: GroupPlace,
  take: (piece: OfPartition) => Promise<boolean>,
): Promise<void> {
  const { batch, isRunning, isStale, resolveOffset } = payload;
  const { partition } = batch;
  const topic = batch.topic as Topic;
  const isOurs = () => isRunning() && !isStale() && !place.signal.aborted;
  for (let first = 0; first < batch.messages.length; first += place.batch) {
    const messages = batch.messages.slice(first, first + place.batch);
    const last = messages.at(-1);
    if (!last || !isOurs()) return;
    const events = messages.flatMap((message) => {
      const arrived = arrivedIn(topic, message);
      // It has no aggregate that could be parked, and the outbox, where all of ours is, knows nothing of it.
      if (!arrived)
        log.error({ topic, partition, offset: message.offset }, "a message on our topic is no event: left out");
      return arrived ?? [];
    });
    const offset = String(BigInt(last.offset) + 1n);
    const isTaken = await whileBeating(payload.heartbeat, (beat) =>
      take({ topic, partition, events, offset, isOurs, beat, commit: payload.commitOffsetsIfNecessary }),
    );
    if (!isTaken) return;
    resolveOffset(last.offset);
    await payload.heartbeat();
  }
}

/** Takes pieces of some partitions in one go and commits them. Those that it doesn't name come again, or to somebody else. */
async function takePieces(
  subscriber: Subscriber,
  given: readonly OfPartition[],
  place: GroupPlace,
): Promise<readonly OfPartition[]> {
  const pieces = given.filter(({ isOurs }) => isOurs());
  const [first] = pieces;
  if (!first) return [];
  const { topic } = first;
  const beat = async () => void (await Promise.all(pieces.map((piece) => piece.beat())));
  const events = pieces.flatMap((piece) => piece.events);
  if (events.length > 0)
    try {
      await subscriber.handle({ topic, events, settle: async () => undefined, beat }, place.signal);
    } catch (error) {
      if (place.signal.aborted) return [];
      await beat();
      log.warn({ err: error, group: subscriber.group, topic }, "a batch comes again");
      await wait(place.retryMs, undefined, { signal: place.signal }).catch(() => undefined);
      return [];
    }
  await first.commit({
    topics: [{ topic, partitions: pieces.map(({ partition, offset }) => ({ partition, offset })) }],
  });
  return pieces;
}
