import { setTimeout as wait } from "node:timers/promises";
import { TOPICS } from "@/lib/kernel/event";
import { kafkaClient } from "@/lib/platform/events/kafka/client";

const UP_TO_THE_END = "-1";
const TRIES = 20;
const PAUSE_MS = 200;

/** Throws all messages away; the topics stay, for who publishes to them just now. */
export async function emptyTopics(brokers: string): Promise<void> {
  const admin = kafkaClient(brokers, "bench").admin();
  await admin.connect();
  try {
    for (const topic of TOPICS) {
      // Just made, a topic has no leader for a moment.
      const partitions = await patiently(() => admin.fetchTopicOffsets(topic));
      await admin.deleteTopicRecords({
        topic,
        partitions: partitions.map(({ partition }) => ({ partition, offset: UP_TO_THE_END })),
      });
    }
  } finally {
    await admin.disconnect();
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES) throw error;
    }
    await wait(PAUSE_MS);
  }
}
