import type { Kafka } from "kafkajs";
import { expect } from "vitest";
import { unique } from "./kafka";

export type Read = { partition: number; key: string; value: string; headers: Record<string, string> };

/** Reads a topic from its beginning, in a group of its own, until `end`; `messages` is what has come so far. */
export async function readTopic(kafka: Kafka, topic: string) {
  const messages: Read[] = [];
  const consumer = kafka.consumer({
    groupId: unique("reader"),
    sessionTimeout: 6_000,
    heartbeatInterval: 500,
    maxWaitTimeInMs: 20,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    async eachMessage({ partition, message: { key, value, headers = {} } }) {
      const named = Object.entries(headers).map(([name, content]) => [name, String(content)]);
      messages.push({ partition, key: String(key), value: String(value), headers: Object.fromEntries(named) });
    },
  });
  return {
    messages,
    /** Waits until `count` different values have come; the same one again counts once. */
    async until(count: number) {
      const different = () => new Set(messages.map(({ value }) => value)).size;
      await expect.poll(different, { timeout: 30_000, interval: 20 }).toBe(count);
    },
    end: () => consumer.disconnect(),
  };
}
