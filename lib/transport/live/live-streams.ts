import { readFactsOfSessions } from "@/lib/identity/data/session-facts";
import { AppError } from "@/lib/kernel/errors";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics/metrics";
import type { EndReason } from "./frames";
import { type LiveStream, openLiveStream } from "./live-stream";
import { endOf, type Listener } from "./standing";

/** Streams of one person, streams of this process, and bytes that a reader may leave unread. */
export const LIVE_LIMITS = { perUser: 6, most: 1_000, unread: 256 * 1024 };

/** The open streams of a process, and who may still listen. */
export type LiveStreams = {
  /** A new one; of a person who has too many the oldest ends. Throws `unavailable` where there are too many in all. */
  add(listener: Listener, signal: AbortSignal): LiveStream;
  /** From now on it hears what happens. */
  admit(listener: Listener): void;
  hearing(): ReadonlySet<Listener>;
  send(listener: Listener, text: string): void;
  /**
   * Sends, but to those who may not listen any more. Sessions are looked at after the events were read, so whatever ended
   * one before an event came to be is seen.
   */
  handOver(due: ReadonlyMap<Listener, string>): Promise<void>;
  /** Ends the streams of all who may not listen any more. */
  judgeAll(): Promise<void>;
  endAll(reason: EndReason): void;
  size(): number;
};

export function createLiveStreams({ perUser, most, unread }: typeof LIVE_LIMITS): LiveStreams {
  const streams = new Map<Listener, LiveStream>();
  const hearing = new Set<Listener>();

  /** Gives those who may; who can't be asked about may not. */
  async function judge(listeners: readonly Listener[]): Promise<Listener[]> {
    if (listeners.length === 0) return [];
    const hashes = [...new Set(listeners.map(({ sidHash }) => sidHash))];
    const facts = await readFactsOfSessions(hashes).catch((error: unknown) => {
      log.warn({ err: error }, "the sessions of live pages could not be checked");
      return undefined;
    });
    return listeners.filter((listener) => {
      const reason = facts ? endOf(listener, facts.get(listener.sidHash), new Date()) : "unavailable";
      if (reason) streams.get(listener)?.end(reason);
      return reason === undefined;
    });
  }

  return {
    add(listener, signal) {
      if (streams.size >= most)
        throw new AppError("unavailable", "Too many pages are connected here: try again in a moment.", {
          retryAfterSeconds: 5,
        });
      const theirs = [...streams.keys()].filter(({ userId }) => userId === listener.userId);
      const [oldest] = theirs;
      if (oldest && theirs.length >= perUser) streams.get(oldest)?.end("replaced");
      const stream = openLiveStream(unread, () => {
        streams.delete(listener);
        hearing.delete(listener);
        metrics().liveStreams.dec();
      });
      streams.set(listener, stream);
      metrics().liveStreams.inc();
      if (signal.aborted) stream.cut();
      else signal.addEventListener("abort", () => stream.cut(), { once: true });
      return stream;
    },
    admit(listener) {
      if (streams.has(listener)) hearing.add(listener);
    },
    hearing: () => hearing,
    send: (listener, text) => streams.get(listener)?.send(text),
    async handOver(due) {
      for (const listener of await judge([...due.keys()])) streams.get(listener)?.send(due.get(listener) ?? "");
    },
    async judgeAll() {
      await judge([...streams.keys()]);
    },
    endAll(reason) {
      for (const stream of [...streams.values()]) stream.end(reason);
    },
    size: () => streams.size,
  };
}
