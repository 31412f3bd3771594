import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  newGroup,
  newKey,
  note,
  noteIn,
  prepareGround,
  recorder,
  until,
  versionsOf,
} from "@/lib/testing/events/ground";
import { freshTopics } from "@/lib/testing/events/kafka-transport";
import { describeWithKafka, testKafka } from "@/lib/testing/kafka/kafka";
import { ownDebezium, type Restartable } from "@/lib/testing/kafka/restartable";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { systemCtx } from "@/lib/transport/ctx";
import type { EventBus } from "../event-bus";
import { relayUntilDebezium } from "../hand-over";
import { postgresBus } from "../postgres-bus";
import { type RelayOptions, startRelay } from "../relay";
import { kafkaBus } from "./kafka-bus";
import { openPublisher } from "./publisher";

type Name = "postgres" | "kafka" | "debezium";
type Running = { stop(): Promise<void> };

const databaseUrl = () => process.env.DATABASE_URL ?? "";
/** The writers leave the processor to Connect, which starts twice meanwhile. */
const PACE_MS = 30;
const quick = { batch: 40, retryMs: 50 };

describeWithKafka("a change of transport", () => {
  let drop: () => Promise<void>;
  let debezium: Restartable | undefined;
  beforeAll(async () => {
    drop = await ownDatabase();
    await prepareGround();
    await freshTopics();
  });
  afterAll(async () => {
    await debezium?.end();
    await drop?.();
  });

  async function consume(bus: EventBus, group: string): Promise<Running> {
    await bus.start([subscriberOf(recorder(group))]);
    return bus;
  }
  function relay(work?: RelayOptions["work"]): Running {
    const openOurs = () => openPublisher(testKafka());
    return startRelay({ databaseUrl: databaseUrl(), openPublisher: openOurs, ...quick, ...(work ? { work } : {}) });
  }
  /** The workers as they start with EVENT_TRANSPORT. */
  async function start(name: Name, group: string): Promise<Running> {
    if (name === "postgres") return consume(postgresBus({ databaseUrl: databaseUrl(), ...quick }), group);
    const parts = [
      relay(name === "debezium" ? relayUntilDebezium : undefined),
      await consume(kafkaBus({ kafka: testKafka(), ...quick }), group),
    ];
    return { stop: async () => void (await Promise.all(parts.map((part) => part.stop()))) };
  }
  const connect = async () => {
    debezium = await ownDebezium(process.env.DATABASE_OWNER_URL ?? "", process.env.KAFKA_BROKERS ?? "");
  };
  const leaveDebezium = async () => {
    await debezium?.end();
    debezium = undefined;
    await query("select pg_drop_replication_slot('hashinsight_outbox')");
  };

  it("loses nothing and keeps every order, in each direction, while everybody goes on writing", async () => {
    const [group, keys] = [newGroup(), Array.from({ length: 6 }, newKey)];
    const told = new Map<string, number>();
    let isOver = false;
    const writers = keys.map(async (key) => {
      while (!isOver) {
        told.set(key, await note(key));
        await wait(PACE_MS);
      }
    });
    const arrives = async () => {
      const before = new Map(told);
      await until(
        () => versionsOf(group, keys),
        (versions) => keys.every((key) => (versions[key]?.length ?? 0) >= (before.get(key) ?? 0)),
        60_000,
      );
    };

    let running = await start("postgres", group);
    /** Stops and starts as another; a transaction that had begun before ends after. */
    const change = async (to: Name) => {
      const slow = systemCtx("test").begin("test.note");
      const key = newKey();
      keys.push(key);
      await noteIn(slow, key);
      await running.stop();
      running = await start(to, group);
      await slow.commit();
      told.set(key, 1);
    };
    try {
      await change("kafka");
      await arrives();
      await change("postgres");
      await arrives();
      // Debezium comes when the workers have changed already, as the relay's line in the log asks for.
      await change("debezium");
      await connect();
      await arrives();
      await change("kafka");
      await leaveDebezium();
      await arrives();
      // Debezium is there before.
      await connect();
      await change("debezium");
      await arrives();
      await change("postgres");
      await leaveDebezium();
      await arrives();
    } finally {
      isOver = true;
      await Promise.all(writers);
    }
    await arrives();
    await running.stop();
    const expected = keys.map((key) => [key, Array.from({ length: told.get(key) ?? 0 }, (_, index) => index + 1)]);
    expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(expected));
  }, 300_000);
});
