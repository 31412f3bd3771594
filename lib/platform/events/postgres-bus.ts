import type { Topic } from "@/lib/kernel/event";
import { failpoint } from "../failpoint";
import { type EventBus, Overtaken, type Subscriber } from "./event-bus";
import { keepReading, type Reading, type Term, whileLeading } from "./keep-reading";
import type { Position } from "./position";
import { IDLE_MOVE_MS, movePosition, movePositionAlone, readPosition } from "./positions";
import { readOutbox } from "./read-outbox";

export type PostgresBusOptions = {
  databaseUrl: string;
  /** Events a batch, and so a transaction, at most. */
  batch?: number;
  /** How soon a lock that another process holds is tried again, and a lost connection. */
  retryMs?: number;
};

/**
 * The transport without a broker: groups read the outbox themselves. A group reads a topic in one process at a time (a
 * lock of that process's connection, which only saves work); its position moves in the transaction of the effects.
 */
export function postgresBus({ databaseUrl, batch = 500, retryMs = 1_000 }: PostgresBusOptions): EventBus {
  let reading: Reading | undefined;
  return {
    start(subscribers) {
      reading = keepReading({ databaseUrl, name: "events", retryMs }, (term) =>
        Promise.all(
          subscribers.flatMap((one) =>
            one.topics.map((topic) =>
              whileLeading(term, `${one.group} ${topic}`, () => readTopic(one, topic, term, batch)),
            ),
          ),
        ),
      );
      return reading.begun;
    },
    async stop() {
      await reading?.stop();
    },
  };
}

/** Reads one topic for one group until the end. The next page is read while one is handled. */
async function readTopic({ group, handle }: Subscriber, topic: Topic, term: Term, batch: number): Promise<void> {
  const { connection, watch, end } = term;
  const { client, cluster } = connection;
  const reader = { group, topic };
  const look = (from: Position) => {
    const [seen, page] = [watch.seen(), readOutbox(client, [topic], from, batch)];
    // Whether it failed is told when it is its turn.
    page.catch(() => undefined);
    return { seen, page };
  };
  let position = await readPosition(client, reader, cluster);
  let written = performance.now();
  let ahead = look(position);
  while (!end.aborted) {
    const { seen, page } = ahead;
    const { events, next, isLast } = await page;
    if (!isLast) ahead = look(next);
    const from = position;
    const isDue = events.length > 0 || performance.now() - written > IDLE_MOVE_MS;
    if (events.length > 0) {
      await failpoint("bus.read");
      const settle = (ctx: Parameters<typeof movePosition>[0]) => movePosition(ctx, reader, from, next, cluster);
      await handle({ topic, events, settle, beat: async () => end.throwIfAborted() }, end);
    } else if (isDue && !(await movePositionAlone(client, reader, from, next, cluster))) throw new Overtaken(group);
    position = { ...next, moves: isDue ? String(BigInt(from.moves) + 1n) : from.moves };
    if (isDue) written = performance.now();
    if (!isLast) continue;
    if (!isDue) await watch.after(seen);
    ahead = look(position);
  }
}
