/** Transactions that one process has at once for a group; each takes a connection of the pool. */
const AT_ONCE = 3;

/** What came of one partition. */
export type Piece = { topic: string; events: readonly unknown[] };

/**
 * Takes pieces of several partitions together: what comes while others are worked on is one piece of work afterwards. A
 * few events in each of many partitions then cost one transaction and not one each, while a backlog has several at once.
 *
 * @param most Events that are worked on together, where no single piece has more.
 * @param work Gets pieces of one topic, in the order in which they came; answers with those that it took.
 * @returns Whether this piece was taken; rejects as the work does.
 */
export function gather<P extends Piece>(
  most: number,
  work: (pieces: readonly P[]) => Promise<readonly P[]>,
): (piece: P) => Promise<boolean> {
  type Waiting = { piece: P; done: PromiseWithResolvers<boolean> };
  const waiting: Waiting[] = [];
  let running = 0;

  /** The piece that waits longest, and what fits beside it. */
  function next(): Waiting[] {
    const topic = waiting[0]?.piece.topic;
    const taken: Waiting[] = [];
    let events = 0;
    for (const one of waiting) {
      if (one.piece.topic !== topic) continue;
      events += one.piece.events.length;
      if (taken.length > 0 && events > most) break;
      taken.push(one);
    }
    for (const one of taken) waiting.splice(waiting.indexOf(one), 1);
    return taken;
  }

  async function run(): Promise<void> {
    for (let taken = next(); taken.length > 0; taken = next()) {
      await work(taken.map(({ piece }) => piece)).then(
        (took) => {
          for (const { piece, done } of taken) done.resolve(took.includes(piece));
        },
        (error: unknown) => {
          for (const { done } of taken) done.reject(error);
        },
      );
    }
    running--;
  }

  return (piece) => {
    const done = Promise.withResolvers<boolean>();
    waiting.push({ piece, done });
    if (running < AT_ONCE) {
      running++;
      // What came with the same answer of a broker is handed over in the same turn.
      setImmediate(() => void run());
    }
    return done.promise;
  };
}
