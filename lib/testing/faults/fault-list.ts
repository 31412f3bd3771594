export const TRANSPORTS = ["postgres", "kafka", "debezium"] as const;
export type FaultyTransport = (typeof TRANSPORTS)[number];

/** A fault by its number in docs/faults.md. */
export type Fault = {
  number: number;
  name: string;
  /** Of the first group, which every `npm test` injects. */
  quick?: true;
  /** It breaks there what all share, so nothing else runs beside it. */
  alone?: readonly FaultyTransport[];
  /** What stands for it, where a transport has no such thing. */
  instead?: Partial<Record<FaultyTransport, string>>;
  /** Why a transport can't have it. */
  never?: Partial<Record<FaultyTransport, string>>;
};

const BROKERED = ["kafka", "debezium"] as const;
const NO_RELAY = "there is no relay: Kafka Connect is killed";

export const FAULTS: readonly Fault[] = [
  { number: 1, name: "killed after the commit and before the reply", quick: true },
  {
    number: 2,
    name: "killed between reading and publishing",
    quick: true,
    alone: BROKERED,
    instead: { postgres: "nobody publishes: the consumer, between reading and its inbox", debezium: NO_RELAY },
  },
  {
    number: 3,
    name: "killed after publishing and before the position",
    quick: true,
    alone: BROKERED,
    instead: {
      postgres: "nobody publishes: the consumer, before its position",
      debezium: `${NO_RELAY}, before it confirms`,
    },
  },
  { number: 4, name: "killed inside the handler's transaction", quick: true },
  { number: 5, name: "killed after the commit and before the offset", quick: true },
  {
    number: 6,
    name: "commits in the opposite order of their ids, beside a transaction that stays open",
    quick: true,
  },
  { number: 7, name: "Postgres stopped at once and restarted under load", alone: TRANSPORTS },
  { number: 8, name: "listener, lock and connections terminated", alone: TRANSPORTS },
  { number: 9, name: "twenty seconds of silence between worker and database", alone: BROKERED },
  { number: 10, name: "the connection is reset in the middle of a commit's answer", quick: true },
  { number: 11, name: "leader and consumer stopped for thirty seconds and woken", alone: BROKERED },
  {
    number: 12,
    name: "two relays and two schedulers at once",
    alone: TRANSPORTS,
    instead: {
      postgres: "nobody publishes: two consumers of a group",
      debezium: "Debezium publishes: two consumers of a group",
    },
  },
  { number: 13, name: "everything comes three times and in any order", quick: true },
  {
    number: 14,
    name: "a rebalance every two seconds",
    instead: { postgres: "no partitions: consumers that come and go" },
  },
  { number: 15, name: "poison on one aggregate of a hundred", quick: true },
  { number: 16, name: "what the handler needs is down for a minute" },
  { number: 17, name: "Redis killed, flushed and slow" },
  { number: 18, name: "workers whose clocks are an hour ahead and behind" },
  { number: 19, name: "a day's partition dropped under load", alone: TRANSPORTS },
  {
    number: 20,
    name: "the broker killed and restarted",
    alone: BROKERED,
    never: { postgres: "no broker" },
  },
  {
    number: 21,
    name: "Kafka Connect killed and restarted",
    alone: BROKERED,
    never: { postgres: "no Kafka Connect", kafka: "no Kafka Connect" },
  },
  { number: 22, name: "two versions of a schema at once" },
];
