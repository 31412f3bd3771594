import { type Kafka, Partitioners, type Producer } from "kafkajs";

/** A producer that Kafka itself keeps from doubling a message by a retry. Each message names its partition. */
export function kafkaProducer(kafka: Kafka): Producer {
  return kafka.producer({
    idempotent: true,
    // Named, because kafkajs else warns of its default; what names its partition never asks it.
    createPartitioner: Partitioners.DefaultPartitioner,
  });
}
