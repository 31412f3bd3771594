import { log } from "../log";
import { type EventTransport, eventTransport } from "./open-bus";
import { outboxLag } from "./outbox-lag";
import { RELAY } from "./positions";
import { knownReaders } from "./readers";

/** Events of a topic that a group hasn't taken, and the age of the oldest, where the database says it (brokers don't). */
export type Behind = { group: string; topic: string; events: number; oldestMs: number | null };

export type EventLag = {
  transport: EventTransport;
  /** Null when nobody could say so in time. */
  groups: Behind[] | null;
  /**
   * What of the outbox isn't with the brokers yet or, without brokers, not with the slowest group: events, and the age of
   * the oldest, 0 where there is none. Null when the database didn't answer in time.
   */
  outbox: { backlog: number; oldestMs: number } | null;
};

/** Who asks more often gets the same answer. */
const FRESH_MS = 2_000;
/** Less than whoever asks for the state of things waits: that the brokers are silent is an answer too. */
const ANSWER_MS = 1_000;

let last: { at: number; lag: Promise<EventLag> } | undefined;

/**
 * How far consumers and relay are behind. Never throws, takes two seconds at most, and may be asked as often as anybody
 * likes. What is read in the database is counted to 20,000. Under Debezium the outbox's part is what isn't confirmed,
 * which its heartbeat moves on within ten seconds.
 */
export function eventLag(): Promise<EventLag> {
  if (!last || performance.now() - last.at > FRESH_MS) last = { at: performance.now(), lag: look(eventTransport()) };
  return last.lag;
}

async function look(transport: EventTransport): Promise<EventLag> {
  const known = await inTime(knownReaders());
  if (!known) return { transport, groups: null, outbox: null };
  if (transport === "postgres") {
    const behind = await inTime(outboxLag(known));
    return { transport, groups: behind, outbox: behind && worst(behind) };
  }
  const [groups, relay] = await Promise.all([inTime(askBrokers(known)), inTime(outboxLag([RELAY]))]);
  return { transport, groups, outbox: relay && worst(relay) };
}

/** Of the group that is furthest behind, over its topics. */
function worst(behind: readonly Behind[]): { backlog: number; oldestMs: number } {
  const byGroup = Map.groupBy(behind, ({ group }) => group);
  const backlogs = [...byGroup.values()].map((topics) => topics.reduce((sum, { events }) => sum + events, 0));
  return { backlog: Math.max(0, ...backlogs), oldestMs: Math.max(0, ...behind.map(({ oldestMs }) => oldestMs ?? 0)) };
}

async function askBrokers(readers: Parameters<typeof outboxLag>[0]): Promise<Behind[]> {
  const [{ groupLag }, { ourKafka }] = await Promise.all([import("./kafka/group-lag"), import("./kafka/client")]);
  return groupLag(ourKafka({ retry: { retries: 1 }, requestTimeout: ANSWER_MS }), readers);
}

async function inTime<T>(work: Promise<T>): Promise<T | null> {
  const told = work.catch((error: unknown) => {
    log.debug({ err: error }, "how far events are is not known");
    return null;
  });
  const late = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_MS, null).unref());
  return Promise.race([told, late]);
}
