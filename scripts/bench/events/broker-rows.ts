import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import type { Brokers, OnBrokers } from "./on-brokers";
import { DRAIN_TARGET } from "./postgres-rows";
import { each, writeRows } from "./write-rows";

/** Kafka by the relay, with Debezium as its peer, and Debezium by itself. */
export function brokerRows({ kafka, debezium }: Partial<Record<Brokers, OnBrokers>>): Row[] {
  return [...(kafka ? rowsOf("kafka", kafka, debezium) : []), ...(debezium ? rowsOf("debezium", debezium) : [])];
}

function rowsOf(transport: Brokers, { drained, writes }: OnBrokers, debezium?: OnBrokers): Row[] {
  const { toBus, throughConsumer, atOnce } = drained;
  const how = { unit: "events a second", score: true };
  // Debezium has a ceiling of its own: reported, not aimed for.
  const aimed = transport === "kafka" ? { ...how, target: DRAIN_TARGET } : how;
  const peer = debezium && { name: "Debezium", values: debezium.drained.toBus };
  const toBusPeer = debezium && { name: "Debezium", runs: debezium.writes.runs.map((run) => run.toBus) };
  const batches = throughConsumer.map(({ batchMs }) => batchMs);
  return [
    rowOfRuns(toBus, { name: `${transport}: backlog, outbox to bus`, ...aimed, ...(peer ? { peer } : {}) }),
    rowOfRuns(
      throughConsumer.map((one) => one.perSecond),
      { name: `${transport}: backlog, bus through a consumer with its inbox`, ...aimed },
    ),
    rowOfRuns([atOnce], { name: `${transport}: backlog, outbox to effect, both at once`, ...how }),
    rowOfRuns(each(batches, 0.95), { name: `${transport}: consumer, a batch of 500, P95`, unit: "ms" }),
    ...writeRows(transport, writes, { to: "outbox to bus", ...(toBusPeer ? { toBusPeer } : {}) }),
  ];
}
