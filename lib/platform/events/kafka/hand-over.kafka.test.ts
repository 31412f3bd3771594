import { afterAll, beforeAll, expect, it } from "vitest";
import { newKey, note, prepareGround, until } from "@/lib/testing/events/ground";
import { freshTopics } from "@/lib/testing/events/kafka-transport";
import { describeWithKafka, testKafka } from "@/lib/testing/kafka/kafka";
import { readTopic } from "@/lib/testing/kafka/read-topic";
import { ownDebezium, type Restartable } from "@/lib/testing/kafka/restartable";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { relayUntilDebezium } from "../hand-over";
import type { Reading } from "../keep-reading";
import { startRelay } from "../relay";
import { openPublisher } from "./publisher";

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describeWithKafka("the relay where Debezium publishes", () => {
  let drop: () => Promise<void>;
  let reader: Awaited<ReturnType<typeof readTopic>>;
  let relay: Reading;
  let debezium: Restartable | undefined;
  const key = newKey();
  let told = 0;
  const published: string[] = [];
  /** How often the relay began: also anew, where a connection was lost or the slot is gone. */
  let begins = 0;
  /** How often it came as far as to follow Debezium. */
  let handOvers = 0;

  beforeAll(async () => {
    drop = await ownDatabase();
    await prepareGround();
    await freshTopics();
    reader = await readTopic(testKafka(), "events.ops");
  });
  afterAll(async () => {
    await relay?.stop();
    await reader?.end();
    await debezium?.end();
    await drop?.();
  });

  const connect = async () => {
    debezium = await ownDebezium(process.env.DATABASE_OWNER_URL ?? "", process.env.KAFKA_BROKERS ?? "");
  };
  const disconnect = async () => {
    await debezium?.end();
    debezium = undefined;
  };
  const dropSlot = () => query("select pg_drop_replication_slot('hashinsight_outbox')");
  async function startOurs(): Promise<void> {
    relay = startRelay({
      databaseUrl: process.env.DATABASE_URL ?? "",
      retryMs: 50,
      work(term, publishUntil) {
        begins++;
        let parts = 0;
        return relayUntilDebezium(term, async (isDone) => {
          const end = await publishUntil(isDone);
          if (++parts === 2 && !term.end.aborted) handOvers++;
          return end;
        });
      },
      async openPublisher() {
        const publisher = await openPublisher(testKafka());
        return {
          ...publisher,
          async publish(events) {
            await publisher.publish(events);
            published.push(...events.map(({ event }) => event.event_id));
          },
        };
      },
    });
    await relay.begun;
  }
  async function tell(count: number): Promise<void> {
    for (let n = 0; n < count; n++) told = await note(key);
  }
  /** All that was told is there, in its order. */
  async function arrives(): Promise<void> {
    const came = () => [...new Set(reader.messages.map(({ value }) => JSON.parse(value).aggregate_version))];
    await until(
      async () => came(),
      (versions) => versions.includes(told),
      40_000,
    );
    expect(came()).toEqual(upTo(told));
  }
  /** It publishes, sees the slot, and ends to publish once all from before is there. Each word wakes it. */
  async function handsOver(from: number): Promise<void> {
    await until(
      async () => {
        await tell(1);
        return handOvers;
      },
      (now) => now > from,
    );
  }
  /** How many it published itself while Debezium brought some and it only followed; undefined where it began anew. */
  async function publishedBeside(): Promise<number | undefined> {
    const [before, began, at] = [published.length, begins, await moves()];
    await tell(5);
    await arrives();
    await until(
      async () => {
        await tell(1);
        return moves();
      },
      (now) => now > at,
    );
    return begins === began ? published.length - before : undefined;
  }
  const moves = async () =>
    Number(
      (await query<{ moves: string }>("select moves::text from event_positions where consumer_group = 'relay'"))[0]
        ?.moves,
    );

  it("publishes while there is no slot and what is older than it, and follows Debezium; a slot made anew is another", async () => {
    await tell(3);
    await startOurs();
    await arrives();
    await tell(3);
    await connect();
    await handsOver(0);
    expect(await until(publishedBeside, (count) => count !== undefined)).toBe(0);

    // The slot goes: it publishes again, and what Debezium never had.
    await disconnect();
    await tell(4);
    await dropSlot();
    await arrives();
    const from = handOvers;
    await connect();
    await handsOver(from);
    await tell(2);
    await arrives();

    // Another takes its place at once, of which the relay sees nothing.
    await disconnect();
    await tell(3);
    await dropSlot();
    await connect();
    await arrives();

    // The same while the relay is away.
    await relay.stop();
    await disconnect();
    await tell(3);
    await dropSlot();
    await connect();
    await startOurs();
    await arrives();
  }, 240_000);
});
