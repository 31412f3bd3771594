import { setTimeout as wait } from "node:timers/promises";
import { log } from "../log";
import { Overtaken } from "./event-bus";
import { type EventsConnection, openEventsConnection } from "./events-connection";
import { type OutboxWatch, watchOutbox } from "./outbox-watch";

/** What one connection gives a reader, and how long: until `end`. */
export type Term = { connection: EventsConnection; watch: OutboxWatch; end: AbortSignal; retryMs: number };

export type Reading = {
  /** Resolves when the work has begun, or can't yet and is tried again. */
  begun: Promise<void>;
  /** Begins nothing new; resolves when the work has ended. */
  stop(): Promise<void>;
};

type Options = {
  databaseUrl: string;
  /** By which the database knows the connection. */
  name: string;
  /** How soon a lost connection is tried again, what failed, and a lock that another process holds. */
  retryMs: number;
};

/** Does `work` on a connection of its own for as long as that lives, then on another, until it is stopped. */
export function keepReading({ databaseUrl, name, retryMs }: Options, work: (term: Term) => Promise<unknown>): Reading {
  const stopping = new AbortController();
  const { signal } = stopping;
  const begun = Promise.withResolvers<void>();

  async function term(): Promise<void> {
    const connection = await openEventsConnection(databaseUrl, name);
    const over = new AbortController();
    const end = AbortSignal.any([signal, over.signal]);
    const watch = watchOutbox(connection.client, () => over.abort());
    const ended = new Promise<void>((resolve) => end.addEventListener("abort", () => resolve()));
    const working = work({ connection, watch, end, retryMs }).catch((error: unknown) =>
      log.error({ err: error, name }, "a reader of the outbox ended"),
    );
    begun.resolve();
    await Promise.race([connection.lost, ended, working]);
    over.abort();
    watch.stop();
    await working;
    await connection.close();
  }

  const career = (async () => {
    while (!signal.aborted) {
      await term().catch((error: unknown) =>
        log.warn({ err: error, name }, "no connection to the database to read events"),
      );
      begun.resolve();
      await wait(retryMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    begun: begun.promise,
    async stop() {
      stopping.abort();
      await career;
    },
  };
}

/**
 * Does `work` while this connection has the lock `name`, which one process has at a time; it only saves work. After a
 * fault, which is told, it begins anew from where the database says it stands.
 */
export async function whileLeading(term: Term, name: string, work: () => Promise<void>): Promise<void> {
  const { connection, end, retryMs, watch } = term;
  while (!end.aborted) {
    try {
      if (await lock(connection, name)) await work();
      else await wait(retryMs, undefined, { signal: end });
    } catch (error) {
      if (end.aborted) return;
      if (!(error instanceof Overtaken)) log.warn({ err: error, reader: name }, "reading the outbox was interrupted");
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
