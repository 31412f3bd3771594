import type { Kafka } from "kafkajs";
import { TOPICS } from "@/lib/kernel/event";
import { env } from "../../env";
import { PARTS } from "../part-of";

const DAY_MS = 86_400_000;
/** An event of a megabyte with its envelope. */
const MESSAGE_MAX_BYTES = 2 * 1024 * 1024;

/**
 * Makes the topics that aren't there and gives each its partitions; answers with the name of the brokers' cluster. What
 * the outbox keeps, a topic keeps too: a group that is new begins with the same events on every transport.
 */
export async function ensureTopics(kafka: Kafka): Promise<string> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const lacking = TOPICS.filter((topic) => !there.has(topic));
    // Copies: as many as the brokers are set to make.
    const topics = lacking.map((topic) => ({ topic, numPartitions: PARTS, configEntries: configEntries() }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
    const { topics: made } = await admin.fetchTopicMetadata({ topics: [...TOPICS] });
    // One that somebody's broker made by itself, with a single partition.
    const small = made.filter(({ partitions }) => partitions.length < PARTS);
    const topicPartitions = small.map(({ name }) => ({ topic: name, count: PARTS }));
    if (small.length > 0) await admin.createPartitions({ topicPartitions });
    return (await admin.describeCluster()).clusterId;
  } finally {
    await admin.disconnect();
  }
}

const configEntries = () => [
  { name: "max.message.bytes", value: String(MESSAGE_MAX_BYTES) },
  { name: "retention.ms", value: String((env().OUTBOX_KEEP_DAYS + 1) * DAY_MS) },
  // Only whole segments are thrown away.
  { name: "segment.ms", value: String(DAY_MS) },
  // The brokers' clock: of a publisher whose own is an hour ahead they would take nothing.
  { name: "message.timestamp.type", value: "LogAppendTime" },
];
