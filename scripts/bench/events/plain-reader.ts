import type { BusEvent } from "@/lib/kernel/event";
import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { monotonicMs } from "./monotonic-ms";

export type Read = { key: string; version: number; atMs: number };

/** A consumer that does nothing but look when messages of a topic come; begins with those from now on. */
export async function plainReader(brokers: string, topic: string, hear: (read: Read) => void) {
  const consumer = kafkaClient(brokers, "bench-reader").consumer({ groupId: `bench-reader-${Date.now()}` });
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: false });
  await consumer.run({
    async eachMessage({ message: { value } }) {
      const atMs = monotonicMs();
      const event = JSON.parse(String(value)) as BusEvent;
      hear({ key: event.aggregate_key, version: event.aggregate_version, atMs });
    },
  });
  await joined;
  return { stop: () => consumer.disconnect() };
}
