import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithKafka, makeTopic, testKafka } from "@/lib/testing/kafka/kafka";
import { readTopic } from "@/lib/testing/kafka/read-topic";
import { ownDebezium, type Restartable } from "@/lib/testing/kafka/restartable";
import { ownDatabase } from "@/lib/testing/own-database";
import { freshDatabase } from "../postgres/fresh-database";
import { asUser } from "../postgres/provision";
import { readTask } from "./keep-task-running";
import { prepareReplication } from "./prepare-replication";

/** Only the product's topics may stand in a row; a test has one of its own. */
const ANY_TOPIC = "alter table event_outbox drop constraint event_outbox_topic_check";
const INSERT = `
  insert into event_outbox (event_id, kind, topic, aggregate_key, aggregate_version, part, schema_version, tenant_id, entity_id, payload)
  values ($1, $2, $3, $4, $5, $6, 1, $7, $4, $8)`;

const kafka = testKafka();
let dropDatabase: () => Promise<void>;
let ownerUrl: string;
let client: Client;
let debezium: Restartable;

type Row = { id: string; topic: string; key: string; version: number; part: number; payload: string };
const insert = ({ id, topic, key, version, part, payload }: Row) =>
  client.query(INSERT, [id, "miner.updated", topic, key, version, part, randomUUID(), payload]);

describeWithKafka("Debezium", () => {
  beforeAll(async () => {
    dropDatabase = await ownDatabase();
    ownerUrl = process.env.DATABASE_OWNER_URL ?? "";
    client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await client.query(ANY_TOPIC);
    debezium = await ownDebezium(ownerUrl, process.env.KAFKA_BROKERS ?? "");
  });
  afterAll(async () => {
    await debezium?.end();
    await client?.end();
    await dropDatabase?.();
  });

  it("brings a row to its topic and partition, byte for byte, once its transaction is committed", async () => {
    const topic = await makeTopic(kafka);
    const row = { topic, key: "miner:1", version: 1, part: 4 };
    const payload = `{"b":1,  "a":{"金":"\\u91d1 \\\\ €"}, "n":1.50, "big":12345678901234567890,"a":null}`;
    const [first, second] = [randomUUID(), randomUUID()];
    const reader = await readTopic(kafka, topic);
    await client.query("begin");
    await insert({ ...row, id: randomUUID(), payload: '"rolled back"' });
    await client.query("rollback");
    await insert({ ...row, id: first, payload });
    await insert({ ...row, id: second, key: "miner:2", part: 0, payload: '"last"' });
    await reader.until(2);
    const found = reader.messages.toSorted((a, b) => b.partition - a.partition);
    expect(found).toMatchObject([
      { partition: 4, key: "miner:1", value: payload, headers: { id: first, kind: "miner.updated" } },
      { partition: 0, key: "miner:2", value: '"last"', headers: { id: second, kind: "miner.updated" } },
    ]);
    await reader.end();
  });

  it("carries a megabyte", async () => {
    const topic = await makeTopic(kafka);
    const payload = JSON.stringify("好".repeat(349_525));
    const reader = await readTopic(kafka, topic);
    await insert({ id: randomUUID(), topic, key: "large", version: 1, part: 0, payload });
    await reader.until(1);
    expect(reader.messages[0]?.value === payload).toBe(true);
    await reader.end();
  });

  it("loses nothing by kill -9, and keeps the order of each key", async () => {
    const topic = await makeTopic(kafka);
    const versions = new Map<string, number>();
    const write = async (rows: number) => {
      for (let index = 0; index < rows; index++) {
        const key = `miner:${index % 10}`;
        const version = (versions.get(key) ?? 0) + 1;
        versions.set(key, version);
        const payload = JSON.stringify({ key, version });
        await insert({ id: randomUUID(), topic, key, version, part: (index % 10) % 6, payload });
      }
    };
    const reader = await readTopic(kafka, topic);
    await write(300);
    await expect.poll(() => reader.messages.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await Promise.all([debezium.kill(), write(700)]);
    await Promise.all([debezium.start(), write(500)]);
    await reader.until(1_500);
    for (const [key, last] of versions) {
      const came = reader.messages
        .filter((message) => message.key === key)
        .map(({ value }) => JSON.parse(value).version);
      // Some come twice, since the last offsets weren't stored: then all from there on come again.
      const firsts = came.filter((version, index) => came.indexOf(version) === index);
      expect(firsts).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }
    await reader.end();
  });

  it("goes on where the database sent it away also while it began anew, which Connect gives up", async () => {
    const topic = await makeTopic(kafka);
    const mayLogIn = (how: "login" | "nologin") => client.query(`alter role hashinsight_replication ${how}`);
    await mayLogIn("nologin");
    try {
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hashinsight_replication'",
      );
      const state = async () => (await readTask(debezium.address))?.state;
      // FAILED for a moment, or no answer while it is started again, time after time.
      await expect.poll(state, { timeout: 60_000, interval: 20 }).not.toBe("RUNNING");
    } finally {
      await mayLogIn("login");
    }
    const reader = await readTopic(kafka, topic);
    await insert({ id: randomUUID(), topic, key: "miner:1", version: 1, part: 0, payload: '"again"' });
    await reader.until(1);
    await reader.end();
  }, 120_000);

  it("may be prepared again, and only in the database where its slot is", async () => {
    const again = new URL(await prepareReplication(ownerUrl, "a password of an administrator's"));
    expect(decodeURIComponent(again.password)).toBe("a password of an administrator's");
    const other = await freshDatabase(process.env.DATABASE_ADMIN_URL ?? "");
    await asUser(other.ownerUrl, (owner) => owner.query("create table event_outbox (id int)"));
    await expect(prepareReplication(other.ownerUrl)).rejects.toThrow(/belongs to another database/);
    await other.stop();
  });
});
