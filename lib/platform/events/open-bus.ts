import { env } from "../env";
import type { EventBus } from "./event-bus";
import { relayUntilDebezium } from "./hand-over";
import type { Reading } from "./keep-reading";
import { postgresBus } from "./postgres-bus";
import { startRelay } from "./relay";

export type EventTransport = "postgres" | "kafka" | "debezium";

/** What carries events from the outbox to the consumers: EVENT_TRANSPORT, else Kafka where there are brokers. */
export const eventTransport = (): EventTransport =>
  env().EVENT_TRANSPORT ?? (env().KAFKA_BROKERS ? "kafka" : "postgres");

// kafkajs is loaded where there are brokers, and nowhere else.

/** The transport of this process. */
export async function openBus(): Promise<EventBus> {
  if (eventTransport() === "postgres") return postgresBus({ databaseUrl: env().DATABASE_URL });
  const [{ kafkaBus }, { ourKafka }] = await Promise.all([import("./kafka/kafka-bus"), import("./kafka/client")]);
  return kafkaBus({ kafka: ourKafka() });
}

/** What brings the outbox to the brokers; nothing where the consumers read it themselves. */
export async function openRelay(): Promise<Reading | undefined> {
  const transport = eventTransport();
  if (transport === "postgres") return undefined;
  const [{ openPublisher }, { ourKafka }] = await Promise.all([import("./kafka/publisher"), import("./kafka/client")]);
  return startRelay({
    databaseUrl: env().DATABASE_URL,
    openPublisher: () => openPublisher(ourKafka()),
    ...(transport === "debezium" ? { work: relayUntilDebezium } : {}),
  });
}
