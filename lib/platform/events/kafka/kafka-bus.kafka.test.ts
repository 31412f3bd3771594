import { afterAll, beforeAll, it } from "vitest";
import { busSuite } from "@/lib/testing/events/bus-suite";
import { newGroup, newKey, note, prepareGround, recorder, until, versionsOf } from "@/lib/testing/events/ground";
import { freshTopics, kafkaTransport } from "@/lib/testing/events/kafka-transport";
import { describeWithKafka, testKafka } from "@/lib/testing/kafka/kafka";
import { ownDatabase } from "@/lib/testing/own-database";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import type { Reading } from "../keep-reading";
import { partOf } from "../part-of";
import { startRelay } from "../relay";
import { groupLag } from "./group-lag";
import { kafkaBus } from "./kafka-bus";
import { kafkaProducer } from "./producer";
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

  it("passes over a message that is none of our events, and goes on behind it", async () => {
    const [group, key] = [newGroup(), newKey()];
    const producer = kafkaProducer(testKafka());
    await producer.connect();
    const foreign = ["", "{", "[]", "null", '{"event_id":"1"}', "\u0000", null].map((value) => ({
      partition: partOf(key),
      key,
      value,
    }));
    await producer.send({ topic: "events.ops", messages: foreign });
    await producer.disconnect();
    await note(key);
    const bus = kafkaBus({ kafka: testKafka(), retryMs: 50 });
    await bus.start([subscriberOf(recorder(group))]);
    await until(
      () => versionsOf(group, [key]),
      (versions) => versions[key]?.length === 1,
    );
    await until(
      () => groupLag(testKafka(), [{ group, topic: "events.ops" }]),
      ([lag]) => lag?.events === 0,
    );
    await bus.stop();
  });
});
