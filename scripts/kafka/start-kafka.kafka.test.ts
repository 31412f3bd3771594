import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { kafkaProducer } from "@/lib/platform/events/kafka/producer";
import { describeWithKafka, makeTopic, testKafka } from "@/lib/testing/kafka/kafka";
import { readTopic } from "@/lib/testing/kafka/read-topic";
import { ownBroker, type Restartable } from "@/lib/testing/kafka/restartable";
import { ROOT, spawnNode } from "../process/spawn-node";
import { answersMetadata } from "./answers-metadata";
import { restartablePort } from "./restartable-port";

const PARTITIONS = 3;

describeWithKafka("the broker of the tests", () => {
  it("carries a megabyte, headers, and the order of each partition", async () => {
    const kafka = testKafka();
    const topic = await makeTopic(kafka, PARTITIONS);
    const producer = kafkaProducer(kafka);
    await producer.connect();
    const large = "好".repeat(349_525);
    const messages = Array.from({ length: 300 }, (_, index) => ({
      partition: index % PARTITIONS,
      key: `key-${index % 7}`,
      value: index === 150 ? large : String(index),
      headers: { kind: "test.happened" },
    }));
    for (let start = 0; start < messages.length; start += 50) {
      await producer.send({ topic, acks: -1, messages: messages.slice(start, start + 50) });
    }
    const reader = await readTopic(kafka, topic);
    await reader.until(messages.length);
    for (let partition = 0; partition < PARTITIONS; partition++) {
      const of = (all: { partition: number }[]) => all.filter((message) => message.partition === partition);
      expect(of(reader.messages)).toEqual(of(messages));
    }
    await Promise.all([reader.end(), producer.disconnect()]);
  });
});

describeWithKafka("a broker that is killed", () => {
  let broker: Restartable;
  beforeAll(async () => {
    broker = await ownBroker();
  });
  afterAll(() => broker?.end());

  it("loses and doubles nothing under a producer that goes on", async () => {
    const kafka = testKafka(broker.address);
    const topic = await makeTopic(kafka, 1);
    const producer = kafkaProducer(kafka);
    await producer.connect();
    const sent: string[] = [];
    const send = async (until: () => boolean) => {
      while (!until()) {
        const values = Array.from({ length: 20 }, (_, index) => String(sent.length + index));
        await producer.send({ topic, acks: -1, messages: values.map((value) => ({ partition: 0, value })) });
        sent.push(...values);
      }
    };
    await send(() => sent.length >= 200);
    let isBack = false;
    const outage = broker.kill().then(async () => {
      await broker.start();
      isBack = true;
    });
    await Promise.all([send(() => isBack), outage]);
    const atReturn = sent.length;
    await send(() => sent.length >= atReturn + 200);
    const reader = await readTopic(kafka, topic);
    await reader.until(sent.length);
    expect(reader.messages.map(({ value }) => value)).toEqual(sent);
    await Promise.all([reader.end(), producer.disconnect()]);
  });
});

/** The command, with a folder and a port of its own. */
async function runKafka() {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-kafka-"));
  const port = await restartablePort();
  const env = { ...process.env, DATA_DIR: dataDir, KAFKA_PORT: String(port) };
  const command = spawnNode([join(ROOT, "scripts", "kafka.ts")], env);
  const ended = new Promise((resolve) => command.once("exit", resolve));
  let said = "";
  command.stdout?.on("data", (text) => {
    said += text;
  });
  // Its own word: before that it is still waiting for the broker, which may have answered others already.
  const isReady = () => expect.poll(() => said, { timeout: 30_000 }).toBe(`KAFKA_BROKERS=127.0.0.1:${port}\n`);
  return { dataDir, port, command, ended, isReady };
}

describeWithKafka("npm run kafka", () => {
  it("starts a broker that was killed again, at its address", async () => {
    const { dataDir, port, command, ended, isReady } = await runKafka();
    let told = "";
    command.stderr?.on("data", (text) => {
      told += text;
    });
    await isReady();
    // Java has both words; its keeper has them as one.
    const java = Number(spawnSync("pgrep", ["--full", `kafka.Kafka ${dataDir}`], { encoding: "utf8" }).stdout);
    process.kill(java, "SIGKILL");
    await expect.poll(() => told, { timeout: 10_000 }).toBe("Starting the broker again in 2 s: it ended.\n");
    await expect.poll(() => answersMetadata(port), { timeout: 30_000 }).toBe(true);
    command.kill("SIGTERM");
    await ended;
    await expect.poll(() => answersMetadata(port), { timeout: 10_000 }).toBe(false);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }, 120_000);

  it.each(["SIGINT", "SIGKILL"] as const)("leaves no broker behind when it gets %s", async (signal) => {
    const { dataDir, port, command, ended, isReady } = await runKafka();
    await isReady();
    expect(await answersMetadata(port)).toBe(true);
    command.kill(signal);
    await ended;
    await expect.poll(() => answersMetadata(port), { timeout: 10_000 }).toBe(false);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
});
