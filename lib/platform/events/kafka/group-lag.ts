import type { Admin, Kafka } from "kafkajs";
import type { Reader } from "../positions";

/** How many messages of each topic a group hasn't committed yet. Throws when the brokers don't answer. */
export async function groupLag(kafka: Kafka, readers: readonly Reader[]) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const topics = [...new Set<string>(readers.map(({ topic }) => topic))];
    const ends = new Map(await Promise.all(topics.map(async (topic) => [topic, await endsOf(admin, topic)] as const)));
    const groups = [...Map.groupBy(readers, ({ group }) => group)];
    const lags = await Promise.all(
      groups.map(async ([groupId, read]) => {
        const offsets = await admin.fetchOffsets({ groupId, topics: read.map(({ topic }) => topic) });
        return offsets.map(({ topic, partitions }) => ({
          group: groupId,
          topic,
          oldestMs: null,
          events: partitions.reduce((sum, one) => sum + behind(ends.get(topic)?.get(one.partition), one.offset), 0),
        }));
      }),
    );
    return lags.flat();
  } finally {
    await admin.disconnect();
  }
}

type Ends = { low: bigint; high: bigint };

async function endsOf(admin: Admin, topic: string): Promise<Map<number, Ends>> {
  const partitions = await admin.fetchTopicOffsets(topic);
  return new Map(partitions.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]));
}

/** A group that has committed nothing (-1) begins with the oldest; so does one whose place is thrown away. */
function behind(ends: Ends | undefined, offset: string): number {
  if (!ends) return 0;
  const at = BigInt(offset) < ends.low ? ends.low : BigInt(offset);
  return Number(ends.high - at);
}
