import { afterAll, beforeAll } from "vitest";
import { prepareGround } from "../events/ground";
import { freshTopics } from "../events/kafka-transport";
import { describeWithKafka } from "../kafka/kafka";
import { ownDatabase } from "../own-database";
import { faultCases } from "./fault-cases";
import { QUICK } from "./scenarios";

describeWithKafka("faults on Kafka with the relay", () => {
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    drop = await ownDatabase();
    await freshTopics();
    await prepareGround();
  });
  afterAll(async () => drop?.());
  faultCases("kafka", QUICK);
});
