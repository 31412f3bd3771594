import { afterAll, beforeAll } from "vitest";
import { busSuite } from "@/lib/testing/events/bus-suite";
import { prepareGround } from "@/lib/testing/events/ground";
import { freshTopics, kafkaTransport } from "@/lib/testing/events/kafka-transport";
import { describeWithKafka, testKafka } from "@/lib/testing/kafka/kafka";
import { ownDatabase } from "@/lib/testing/own-database";
import type { Reading } from "../keep-reading";
import { startRelay } from "../relay";
import { openPublisher } from "./publisher";

describeWithKafka("Kafka with the relay", () => {
  let drop: () => Promise<void>;
  let relay: Reading;
  beforeAll(async () => {
    drop = await ownDatabase();
    await freshTopics();
    await prepareGround();
    relay = startRelay({
      databaseUrl: process.env.DATABASE_URL ?? "",
      openPublisher: () => openPublisher(testKafka()),
      batch: 40,
      retryMs: 50,
    });
    await relay.begun;
  });
  afterAll(async () => {
    await relay?.stop();
    await drop?.();
  });

  busSuite(kafkaTransport("kafka"));
});
