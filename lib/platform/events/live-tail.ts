import type { Topic } from "@/lib/kernel/event";
import { type EventsConnection, openEventsConnection } from "./events-connection";
import { isAhead } from "./live-place";
import { watchOutbox } from "./outbox-watch";
import { allOf, BEGINNING, type Position } from "./position";
import { readOutbox, type Told } from "./read-outbox";

export type TailOptions = {
  databaseUrl: string;
  topics: readonly Topic[];
  /** Gets what is new, in the order of the outbox; the next look waits for it. */
  take(events: readonly Told[]): Promise<void>;
  /** The tail is no more, and nobody told it to stop. */
  broke(error: unknown): void;
  /** Events a look, at most. */
  page?: number;
  /** Who has missed more reads afresh: that costs less than all of it. */
  mostMissed?: number;
};

/** Reads the outbox from now on, for as long as its connection lives. It keeps no position but in memory. */
export type LiveTail = {
  cluster: string;
  /** Beyond what was handed to `take`. */
  position(): Position;
  /**
   * Runs `enter` between two looks, at a position beyond all that was committed before the call: what comes after goes
   * to `take` once `enter` is done. Throws what `enter` throws, or that the tail broke.
   */
  join<T>(enter: (at: Position) => Promise<T>): Promise<T>;
  /**
   * What lies between a position of some reader and `to`, each event once; undefined where that is too much, or the
   * database was set back to a time before `from`.
   */
  between(from: Position, to: Position): Promise<Told[] | undefined>;
  stop(): Promise<void>;
};

/** Throws when the database can't be reached. */
export async function openLiveTail(options: TailOptions): Promise<LiveTail> {
  const connection = await openEventsConnection(options.databaseUrl, "live");
  const { rows } = await connection.client.query<{ now: string }>("select pg_current_snapshot()::text as now");
  return follow(connection, allOf(rows[0]?.now ?? BEGINNING.snapshot), options);
}

type Entering = { enter(at: Position): Promise<unknown>; refuse(error: unknown): void };

function follow(connection: EventsConnection, start: Position, options: TailOptions): LiveTail {
  const { topics, take, broke, page: most = 500, mostMissed = 1_000 } = options;
  const { client, cluster } = connection;
  let position = start;
  const entering: Entering[] = [];
  let end: { cause: unknown } | undefined;

  function finish(cause: unknown): void {
    if (end) return;
    end = { cause };
    watch.stop();
    for (const { refuse } of entering.splice(0)) refuse(cause);
  }
  function fail(error: unknown): void {
    if (end) return;
    finish(error);
    void connection.close();
    broke(error);
  }

  async function look(): Promise<void> {
    while (!end) {
      const seen = watch.seen();
      // Whoever called before this look stands behind all that was committed before the call.
      const called = entering.length;
      const page = await readOutbox(client, topics, position, most);
      await take(page.events);
      position = page.next;
      if (!page.isLast) continue;
      await Promise.all(entering.splice(0, called).map(({ enter }) => enter(position)));
      if (entering.length === 0) await watch.after(seen);
    }
  }

  const watch = watchOutbox(client, fail);
  void connection.lost.then(() => fail(new Error("the connection to the database was lost")));
  const looking = look().catch(fail);
  return {
    cluster,
    position: () => position,
    async join<T>(enter: (at: Position) => Promise<T>): Promise<T> {
      if (end) throw end.cause;
      const { promise, resolve, reject } = Promise.withResolvers<T>();
      entering.push({ enter: (at) => enter(at).then(resolve, reject), refuse: reject });
      watch.wake();
      return promise;
    },
    async between(from, to) {
      if (isAhead(from, to)) return undefined;
      const found: Told[] = [];
      let at = from;
      while (at.pinned !== null || at.snapshot !== to.snapshot) {
        // Pinned at the later snapshot, so that what `take` gets is no part of it.
        const bounded = at.pinned === null ? { ...at, pinned: to.snapshot } : at;
        const page = await readOutbox(client, topics, bounded, mostMissed + 1 - found.length);
        found.push(...page.events);
        if (found.length > mostMissed) return undefined;
        at = page.next;
      }
      return found;
    },
    async stop() {
      finish(new Error("the tail was stopped"));
      await looking;
      await connection.close();
    },
  };
}
