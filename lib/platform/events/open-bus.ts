import { env } from "../env";
import type { EventBus } from "./event-bus";
import { postgresBus } from "./postgres-bus";

export type EventTransport = "postgres" | "kafka" | "debezium";

/** What carries events from the outbox to the consumers: EVENT_TRANSPORT, else Kafka where there are brokers. */
export const eventTransport = (): EventTransport =>
  env().EVENT_TRANSPORT ?? (env().KAFKA_BROKERS ? "kafka" : "postgres");

/** The transport of this process. */
export function openBus(): EventBus {
  return postgresBus({ databaseUrl: env().DATABASE_URL });
}
