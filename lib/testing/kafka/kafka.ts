import { randomBytes } from "node:crypto";
import type { Kafka } from "kafkajs";
import { describe } from "vitest";
import { kafkaClient } from "@/lib/platform/events/kafka/client";

/** The broker that all tests share, as setup.ts started it; empty where this machine can't run one. */
const shared = process.env.KAFKA_BROKERS ?? "";

/** `describe`, skipped by name on a machine without Java; setup.ts has said why. */
export const describeWithKafka = describe.skipIf(shared === "");

/** The product's own client, for the shared broker or another. */
export const testKafka = (brokers: string = shared): Kafka => kafkaClient(brokers, "test");

/** A name that no other test has, for a topic or a group. */
export const unique = (word: string): string => `${word}-${randomBytes(6).toString("hex")}`;

/** A new topic with that many partitions, ready to be written; gives its name. */
export async function makeTopic(kafka: Kafka, numPartitions = 6): Promise<string> {
  const topic = unique("events");
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions, replicationFactor: 1 }] });
  } finally {
    await admin.disconnect();
  }
  return topic;
}
