import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import type { Drained } from "./drain";
import type { Brokers, OnBrokers } from "./on-brokers";
import { DRAIN_TARGET } from "./postgres-rows";
import { each, writeRows } from "./write-rows";

const HOW = { unit: "events a second", score: true };
const AIMED = { ...HOW, target: DRAIN_TARGET };

/** Kafka by the relay, with Debezium as its peer, and Debezium by itself. */
export function brokerRows({ kafka, debezium }: Partial<Record<Brokers, OnBrokers>>): Row[] {
  return [...(kafka ? rowsOf("kafka", kafka, debezium) : []), ...(debezium ? rowsOf("debezium", debezium) : [])];
}

function rowsOf(transport: Brokers, { drained, writes }: OnBrokers, debezium?: OnBrokers): Row[] {
  const { toBus, throughConsumer, atOnce } = drained;
  // Debezium has a ceiling of its own: reported, not aimed for.
  const aimed = transport === "kafka" ? AIMED : HOW;
  const peer = debezium && { name: "Debezium", values: debezium.drained.toBus };
  const toBusPeer = debezium && { name: "Debezium", runs: debezium.writes.runs.map((run) => run.toBus) };
  return [
    rowOfRuns(toBus, { name: `${transport}: backlog, outbox to bus`, ...aimed, ...(peer ? { peer } : {}) }),
    ...(throughConsumer.length > 0 ? consumerRows(transport, throughConsumer) : []),
    rowOfRuns([atOnce], { name: `${transport}: backlog, outbox to effect, both at once`, ...HOW }),
    ...writeRows(transport, writes, { to: "outbox to bus", ...(toBusPeer ? { toBusPeer } : {}) }),
  ];
}

const consumerRows = (transport: Brokers, drained: readonly Drained[]): Row[] => [
  rowOfRuns(
    drained.map(({ perSecond }) => perSecond),
    { name: `${transport}: backlog, bus through a consumer with its inbox`, ...AIMED },
  ),
  rowOfRuns(
    each(
      drained.map(({ batchMs }) => batchMs),
      0.95,
    ),
    { name: `${transport}: consumer, a batch of 500, P95`, unit: "ms" },
  ),
];
