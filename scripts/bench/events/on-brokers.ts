import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { ensureTopics } from "@/lib/platform/events/kafka/topics";
import { prepareReplication } from "../../kafka/prepare-replication";
import { startDebezium } from "../../kafka/start-debezium";
import { startKafka } from "../../kafka/start-kafka";
import { type DrainedByBrokers, drainByBrokers } from "./drain-brokers";
import { clearEvents, type Ground } from "./ground";
import type { Keeper } from "./portfolios";
import { type Writes, writesOn } from "./writes";

export type Brokers = "kafka" | "debezium";
export type OnBrokers = { drained: DrainedByBrokers; writes: Writes };

/** The same figures over a real Kafka, published by the relay or by Debezium. */
export async function onBrokers(
  ground: Ground,
  keepers: readonly Keeper[],
  transports: readonly Brokers[],
): Promise<Partial<Record<Brokers, OnBrokers>>> {
  const dir = mkdtempSync(join(tmpdir(), "hashinsight-bench-kafka-"));
  const broker = await startKafka({ dir });
  try {
    await ensureTopics(kafkaClient(broker.address, "bench"));
    const there = { ...ground, brokers: broker.address };
    const found: Partial<Record<Brokers, OnBrokers>> = {};
    if (transports.includes("kafka")) found.kafka = await figures(there, keepers, "kafka");
    if (transports.includes("debezium"))
      found.debezium = await besideDebezium(there, join(dir, "debezium"), () => figures(there, keepers, "debezium"));
    return found;
  } finally {
    await broker.stop("SIGKILL");
    rmSync(dir, { recursive: true, force: true });
  }
}

async function figures(ground: Ground, keepers: readonly Keeper[], transport: Brokers): Promise<OnBrokers> {
  const drained = await drainByBrokers(ground, transport);
  return { drained, writes: await writesOn(ground, keepers, transport) };
}

async function besideDebezium<T>(ground: Ground, dir: string, work: () => Promise<T>): Promise<T> {
  // A slot sees nothing from before it, and the relay shall have nothing to do.
  await clearEvents(ground);
  const databaseUrl = await prepareReplication(ground.adminUrl);
  const debezium = await startDebezium({ dir, brokers: ground.brokers ?? "", databaseUrl });
  try {
    return await work();
  } finally {
    await debezium.stop();
  }
}
