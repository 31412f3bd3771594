import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { newKey, note, noteIn, prepareGround, until } from "@/lib/testing/events/ground";
import { freshTopics } from "@/lib/testing/events/kafka-transport";
import { describeWithKafka, testKafka } from "@/lib/testing/kafka/kafka";
import { type Read, readTopic } from "@/lib/testing/kafka/read-topic";
import { ownBroker, type Restartable } from "@/lib/testing/kafka/restartable";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import type { Reading } from "../keep-reading";
import { outboxLag } from "../outbox-lag";
import { partOf } from "../part-of";
import { RELAY } from "../positions";
import type { Told } from "../read-outbox";
import { type Publisher, startRelay } from "../relay";
import { groupLag } from "./group-lag";
import { openPublisher } from "./publisher";

const TOPIC = "events.ops";
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describeWithKafka("the relay", () => {
  let drop: () => Promise<void>;
  let reader: Awaited<ReturnType<typeof readTopic>>;
  const running = new Set<Reading>();
  beforeAll(async () => {
    drop = await ownDatabase();
    await prepareGround();
    await freshTopics();
    reader = await readTopic(testKafka(), TOPIC);
  });
  afterEach(async () => {
    for (const relay of running) await stop(relay);
  });
  afterAll(async () => {
    await reader?.end();
    await drop?.();
  });

  async function start(open = () => openPublisher(testKafka())): Promise<Reading> {
    const relay = startRelay({
      databaseUrl: process.env.DATABASE_URL ?? "",
      openPublisher: open,
      batch: 20,
      retryMs: 50,
    });
    running.add(relay);
    await relay.begun;
    return relay;
  }
  async function stop(relay: Reading): Promise<void> {
    running.delete(relay);
    await relay.stop();
  }
  /** Versions of an aggregate as they came, each for the first time. */
  const came = (key: string, messages: readonly Read[] = reader.messages) => [
    ...new Set(
      messages.filter((message) => message.key === key).map(({ value }) => JSON.parse(value).aggregate_version),
    ),
  ];
  const arrives = (key: string, last: number, messages?: readonly Read[]) =>
    until(
      async () => came(key, messages),
      (versions) => versions.includes(last),
    );

  it("publishes what is committed as it was told: key, partition, headers, and every byte of the value", async () => {
    await start();
    const key = newKey();
    await note(key, { note: '1.10 \u2028 字 \\ " \u0001' });
    await arrives(key, 1);
    const [row] = await query<{ id: string; value: string }>(
      "select event_id::text as id, payload::text as value from event_outbox where aggregate_key = $1",
      [key],
    );
    expect(reader.messages.filter((message) => message.key === key)).toEqual([
      { partition: partOf(key), key, value: row?.value, headers: { id: row?.id, kind: "test.thing.noted.v1" } },
    ]);
  });

  it("goes on where it stopped", async () => {
    const key = newKey();
    const first = await start();
    for (let n = 0; n < 3; n++) await note(key);
    await arrives(key, 3);
    await stop(first);
    const before = reader.messages.length;
    for (let n = 0; n < 3; n++) await note(key);
    await start();
    await arrives(key, 6);
    expect(came(key)).toEqual(upTo(6));
    expect(reader.messages.length - before).toBe(3);
  });

  it("repeats what was published and not noted, in its order", async () => {
    const key = newKey();
    let isToFail = true;
    await start(async () => {
      const publisher = await openPublisher(testKafka());
      return {
        ...publisher,
        async publish(events) {
          await publisher.publish(events);
          if (isToFail && events.some(({ event }) => event.aggregate_key === key)) {
            isToFail = false;
            throw new Error("Gone before the position was noted");
          }
        },
      };
    });
    const unit = systemCtx("test").begin("test.note");
    for (let n = 0; n < 50; n++) await noteIn(unit, key);
    await unit.commit();
    await arrives(key, 50);
    expect(came(key)).toEqual(upTo(50));
    const all = reader.messages.filter((message) => message.key === key);
    expect(all.length).toBeGreaterThan(50);
  });

  it("is one of two that publishes; the other goes on when it stops, and being overtaken leaves nothing out", async () => {
    const key = newKey();
    const published: string[] = [];
    const named = (name: string) => async (): Promise<Publisher> => {
      const publisher = await openPublisher(testKafka());
      return {
        ...publisher,
        async publish(events: readonly Told[]) {
          published.push(name);
          await publisher.publish(events);
        },
      };
    };
    const first = await start(named("first"));
    await note(key);
    await arrives(key, 1);
    await start(named("second"));
    await note(key);
    await arrives(key, 2);
    expect(new Set(published)).toEqual(new Set(["first"]));
    // As if the other had moved it: the first finds out by its next move, and reads anew.
    await query("update event_positions set moves = moves + 1 where consumer_group = 'relay'");
    for (let n = 0; n < 3; n++) await note(key);
    await arrives(key, 5);
    await stop(first);
    await note(key);
    await arrives(key, 6);
    expect(published.at(-1)).toBe("second");
    expect(came(key)).toEqual(upTo(6));
  });

  it("rides through a database that ends its connections", async () => {
    const key = newKey();
    await start();
    await note(key);
    await arrives(key, 1);
    await query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hashinsight relay' and datname = current_database()",
    );
    await note(key);
    await arrives(key, 2);
    expect(came(key)).toEqual([1, 2]);
  });

  it("has the lag of what it hasn't published, and a group that of what it hasn't committed", async () => {
    const relay = await start();
    const key = newKey();
    const idle = { group: "test-idle", topic: TOPIC } as const;
    await note(key);
    await arrives(key, 1);
    await until(
      () => outboxLag([RELAY]),
      ([lag]) => lag?.events === 0,
    );
    const [before] = await groupLag(testKafka(), [idle]);
    await stop(relay);
    for (let n = 0; n < 4; n++) await note(key);
    expect(await outboxLag([RELAY])).toMatchObject([{ group: "relay", topic: "*", events: 4 }]);
    await start();
    await arrives(key, 5);
    expect(await groupLag(testKafka(), [idle])).toMatchObject([{ ...idle, events: (before?.events ?? 0) + 4 }]);
  });

  describeWithKafka("with brokers of its own", () => {
    let broker: Restartable;
    beforeAll(async () => {
      broker = await ownBroker();
    });
    afterAll(() => broker?.end());

    it("begins anew with brokers that have nothing, and brings a backlog once they are back from an outage", async () => {
      const key = newKey();
      const here = await start();
      for (let n = 0; n < 3; n++) await note(key);
      await arrives(key, 3);
      await stop(here);
      await start(() => openPublisher(testKafka(broker.address)));
      const there = await until(
        () => readTopic(testKafka(broker.address), TOPIC).catch(() => undefined),
        (found) => found !== undefined,
      );
      const messages = there?.messages ?? [];
      await arrives(key, 3, messages);
      const outage = broker.kill();
      for (let n = 0; n < 20; n++) await note(key);
      await outage;
      for (let n = 0; n < 20; n++) await note(key);
      await broker.start();
      await arrives(key, 43, messages);
      expect(came(key, messages)).toEqual(upTo(43));
      await there?.end();
    });
  });
});
