import { setTimeout as wait } from "node:timers/promises";
import type { Topic } from "@/lib/kernel/event";
import { failpoint } from "../failpoint";
import { log } from "../log";
import { type EventBus, Overtaken, type Subscriber } from "./event-bus";
import { type EventsConnection, openEventsConnection } from "./events-connection";
import { type OutboxWatch, watchOutbox } from "./outbox-watch";
import { movePosition, movePositionAlone, readPosition } from "./positions";
import { readOutbox } from "./read-outbox";

export type PostgresBusOptions = {
  databaseUrl: string;
  /** Events a batch, and so a transaction, at most. */
  batch?: number;
  /** How soon a lock that another process holds is tried again, and a lost connection. */
  retryMs?: number;
};

/** How often the position of a topic in which nothing happens is written, so that old days can be dropped. */
const IDLE_MOVE_MS = 10_000;

/**
 * The transport without a broker: groups read the outbox themselves. A group reads a topic in one process at a time (a
 * lock of that process's connection, which only saves work); its position moves in the transaction of the effects.
 */
export function postgresBus({ databaseUrl, batch = 500, retryMs = 1_000 }: PostgresBusOptions): EventBus {
  const stopping = new AbortController();
  const { signal } = stopping;
  let career: Promise<void> = Promise.resolve();
  const pause = (ms: number) => wait(ms, undefined, { signal }).catch(() => undefined);

  /** Reads for as long as one connection lives. */
  async function term(subscribers: readonly Subscriber[], begun: () => void): Promise<void> {
    const connection = await openEventsConnection(databaseUrl, "events");
    const over = new AbortController();
    const end = AbortSignal.any([signal, over.signal]);
    const watch = watchOutbox(connection.client, () => over.abort());
    const ended = new Promise<void>((resolve) => end.addEventListener("abort", () => resolve()));
    const place: Place = { connection, watch, batch, retryMs, end };
    const readers = subscribers.flatMap((one) => one.topics.map((topic) => readTopic(one, topic, place)));
    begun();
    await Promise.race([connection.lost, ended]);
    over.abort();
    watch.stop();
    await Promise.allSettled(readers);
    await connection.close();
  }

  return {
    start: (subscribers) =>
      new Promise<void>((begun) => {
        career = (async () => {
          while (!signal.aborted) {
            await term(subscribers, begun).catch((error: unknown) =>
              log.warn({ err: error }, "the consumers have no connection to the database"),
            );
            begun();
            if (!signal.aborted) await pause(retryMs);
          }
        })();
      }),
    async stop() {
      stopping.abort();
      await career;
    },
  };
}

type Place = { connection: EventsConnection; watch: OutboxWatch; batch: number; retryMs: number; end: AbortSignal };

/** Reads one topic for one group until the end; a fault is told and read past, from where the database says it stands. */
async function readTopic(subscriber: Subscriber, topic: Topic, place: Place): Promise<void> {
  const { connection, end, retryMs, watch } = place;
  const { group } = subscriber;
  while (!end.aborted) {
    try {
      if (await lock(connection, `${group} ${topic}`)) await readOn(subscriber, topic, place);
      else await wait(retryMs, undefined, { signal: end });
    } catch (error) {
      if (end.aborted) return;
      if (!(error instanceof Overtaken)) log.warn({ err: error, group, topic }, "reading the outbox was interrupted");
      await Promise.race([wait(retryMs, undefined, { signal: end }).catch(() => undefined), watch.after(watch.seen())]);
    }
  }
}

/** True also where this connection has it already; it is free again when the connection ends. */
async function lock({ client }: EventsConnection, name: string): Promise<boolean> {
  const { rows } = await client.query<{ won: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 7305513)) as won",
    [name],
  );
  return rows[0]?.won === true;
}

async function readOn({ group, handle }: Subscriber, topic: Topic, place: Place): Promise<void> {
  const { connection, watch, batch, end } = place;
  const { client, cluster } = connection;
  const reader = { group, topic };
  let position = await readPosition(client, reader, cluster);
  let written = performance.now();
  while (!end.aborted) {
    const seen = watch.seen();
    const { events, next, isLast } = await readOutbox(client, [topic], position, batch);
    if (events.length > 0) await failpoint("bus.read");
    const from = position;
    const settle = (ctx: Parameters<typeof movePosition>[0]) => movePosition(ctx, reader, from, next, cluster);
    if (events.length > 0) await handle({ topic, events, settle, beat: async () => end.throwIfAborted() }, end);
    else if (performance.now() - written > IDLE_MOVE_MS) {
      if (!(await movePositionAlone(client, reader, from, next, cluster))) throw new Overtaken(group);
    } else {
      position = { ...next, moves: from.moves };
      if (isLast) await watch.after(seen);
      continue;
    }
    position = { ...next, moves: String(BigInt(from.moves) + 1n) };
    written = performance.now();
  }
}
