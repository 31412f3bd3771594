import type { Kafka, TopicMessages } from "kafkajs";
import type { Told } from "../read-outbox";
import type { Publisher } from "../relay";
import { kafkaProducer } from "./producer";
import { ensureTopics } from "./topics";

/** Publishes to Kafka: acknowledged by all copies, the partition as the outbox has it, the value byte for byte. */
export async function openPublisher(kafka: Kafka): Promise<Publisher> {
  const cluster = await ensureTopics(kafka);
  const producer = kafkaProducer(kafka);
  await producer.connect();
  return {
    cluster,
    async publish(events) {
      await producer.sendBatch({ acks: -1, topicMessages: byTopic(events) });
    },
    close: () => producer.disconnect(),
  };
}

/** As Debezium's router writes them: the id and the kind in headers. */
function byTopic(events: readonly Told[]): TopicMessages[] {
  return [...Map.groupBy(events, ({ topic }) => topic)].map(([topic, told]) => ({
    topic,
    messages: told.map(({ event, value, part }) => ({
      key: event.aggregate_key,
      value,
      partition: part,
      headers: { id: event.event_id, kind: event.kind },
    })),
  }));
}
