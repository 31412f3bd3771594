import { TOPICS } from "@/lib/kernel/event";
import { failpoint } from "../failpoint";
import { observePublished } from "../metrics/observe-events";
import { Overtaken } from "./event-bus";
import { keepReading, type Reading, type Term, whileLeading } from "./keep-reading";
import type { Position } from "./position";
import { IDLE_MOVE_MS, movePositionAlone, RELAY, readPosition } from "./positions";
import { readOutbox, type Told } from "./read-outbox";
import { readerBegan } from "./readers";

/** Where the relay brings events to. */
export type Publisher = {
  /** Names the brokers' cluster: what was published to one isn't in another. */
  cluster: string;
  /** Resolves when the brokers have them for good, those of an aggregate in their order. */
  publish(events: readonly Told[]): Promise<void>;
  close(): Promise<void>;
};

export type RelayOptions = {
  databaseUrl: string;
  openPublisher(): Promise<Publisher>;
  /** What the process with the lock does: to publish without an end, where nobody else publishes. */
  work?(term: Term, relay: Relay): Promise<void>;
  /** Events a request to the brokers at most. */
  batch?: number;
  /** How soon a lost connection is tried again, and a lock that another process holds. */
  retryMs?: number;
};

/** Publishes until the end, or until `isDone` of where it has come to. */
export type Relay = (isDone?: (position: Position) => Promise<boolean> | boolean) => Promise<{ where: string }>;

/**
 * Publishes the outbox to brokers. It stands in the database as the group `relay`, whose position says what is published,
 * whoever did it; a relay that never ran begins with the oldest that is kept. One process publishes at a time; two at
 * once only repeat, which the consumers know how to take.
 */
export function startRelay(options: RelayOptions): Reading {
  const { databaseUrl, openPublisher, batch = 1_000, retryMs = 1_000 } = options;
  const { work = async (_: Term, relay: Relay) => void (await relay()) } = options;
  return keepReading({ databaseUrl, name: "relay", retryMs }, async (term) => {
    // A position that a crash of the database loses is only one from which it is published again.
    await term.connection.client.query("select set_config('synchronous_commit', 'off', false)");
    await whileLeading(term, "lock:outbox:publish", () =>
      work(term, async (isDone) => {
        const publisher = await openPublisher();
        try {
          const where = `${term.connection.cluster} ${publisher.cluster}`;
          await relayOutbox({ term, publisher, where, batch }, isDone);
          return { where };
        } finally {
          await publisher.close();
        }
      }),
    );
  });
}

type Place = { term: Term; publisher: Publisher; where: string; batch: number };

/**
 * The next page is read while one is published; the position follows behind, so that a kill repeats some and leaves none
 * out.
 */
async function relayOutbox({ term, publisher, where, batch }: Place, isDone: Parameters<Relay>[0]): Promise<void> {
  const { client } = term.connection;
  const look = (from: Position) => {
    const [seen, page] = [term.watch.seen(), readOutbox(client, TOPICS, from, batch)];
    // Whether it failed is told when it is its turn.
    page.catch(() => undefined);
    return { seen, page };
  };
  let position = await readPosition(client, RELAY, where);
  const began = await readerBegan(RELAY);
  let written = performance.now();
  let ahead = look(position);
  while (!term.end.aborted) {
    const { seen, page } = ahead;
    const { events, next, isLast } = await page;
    await failpoint("relay.read");
    if (!isLast) ahead = look(next);
    if (events.length > 0) await publisher.publish(events);
    observePublished(events, began);
    await failpoint("relay.published");
    if (events.length > 0 || performance.now() - written > IDLE_MOVE_MS) {
      if (!(await movePositionAlone(client, RELAY, position, next, where))) throw new Overtaken("relay");
      position = { ...next, moves: String(BigInt(position.moves) + 1n) };
      written = performance.now();
    } else position = { ...next, moves: position.moves };
    if (!isLast) continue;
    if (await isDone?.(position)) return;
    await term.watch.after(seen);
    ahead = look(position);
  }
}
