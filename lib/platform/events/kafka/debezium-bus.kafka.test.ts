import { afterAll, beforeAll } from "vitest";
import { busSuite } from "@/lib/testing/events/bus-suite";
import { prepareGround } from "@/lib/testing/events/ground";
import { freshTopics, kafkaTransport } from "@/lib/testing/events/kafka-transport";
import { describeWithKafka } from "@/lib/testing/kafka/kafka";
import { ownDebezium, type Restartable } from "@/lib/testing/kafka/restartable";
import { ownDatabase } from "@/lib/testing/own-database";

describeWithKafka("Kafka with Debezium", () => {
  let drop: () => Promise<void>;
  let debezium: Restartable;
  beforeAll(async () => {
    drop = await ownDatabase();
    await freshTopics();
    await prepareGround();
    debezium = await ownDebezium(process.env.DATABASE_OWNER_URL ?? "", process.env.KAFKA_BROKERS ?? "");
  });
  afterAll(async () => {
    await debezium?.end();
    await drop?.();
  });

  busSuite(kafkaTransport("debezium"));
});
