import { afterAll, beforeAll } from "vitest";
import { prepareGround } from "../events/ground";
import { freshTopics } from "../events/kafka-transport";
import { describeWithKafka } from "../kafka/kafka";
import { ownDebezium, type Restartable } from "../kafka/restartable";
import { ownDatabase } from "../own-database";
import { faultCases } from "./fault-cases";
import { QUICK } from "./scenarios";

describeWithKafka("faults on Kafka with Debezium", () => {
  let drop: (() => Promise<void>) | undefined;
  let connect: Restartable | undefined;
  beforeAll(async () => {
    drop = await ownDatabase();
    await freshTopics();
    await prepareGround();
    connect = await ownDebezium(process.env.DATABASE_OWNER_URL ?? "", process.env.KAFKA_BROKERS ?? "");
  });
  afterAll(async () => {
    await connect?.end();
    await drop?.();
  });
  faultCases("debezium", QUICK, () => (connect ? { connect } : {}));
});
