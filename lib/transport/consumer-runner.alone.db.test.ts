import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import type { Arrived } from "@/lib/platform/events/event-bus";
import { newGroup, newKey, prepareGround } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import type { Consumer } from "./consume";
import { subscriberOf } from "./consumer-runner";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();

const people = Array.from({ length: 6 }, () => ({ tenant: randomUUID(), user: randomUUID() }));

function arrived(topic: Arrived["topic"], { tenant, user }: (typeof people)[number]): Arrived {
  const event = {
    ...{ event_id: randomUUID(), kind: "test.thing.noted.v1", tenant_id: tenant, user_id: user, entity_id: "x" },
    ...{ aggregate_key: newKey(), aggregate_version: 1, schema_version: 1, occurred_at: new Date().toISOString() },
    payload: {},
  };
  return { topic, event, value: JSON.stringify(event) };
}

it.each(["aggregate", "company"] as const)(
  "batches of two topics go through people in one order, per %s: rows of both can't lock them in a circle",
  async (per) => {
    const orders: (string | null)[][] = [];
    for (const [topic, who] of [
      ["events.miner", people],
      ["events.treasury", people.toReversed()],
    ] as const) {
      const order: (string | null)[] = [];
      const consumer: Consumer = {
        ...{ group: newGroup(), topics: [topic], per },
        async take(_, events) {
          order.push(...events.map(({ user_id }) => user_id));
        },
      };
      const events = who.map((one) => arrived(topic, one));
      const batch = { topic, events, settle: async () => undefined, beat: async () => undefined };
      await subscriberOf(consumer).handle(batch, AbortSignal.timeout(20_000));
      orders.push(order);
    }
    expect(orders[0]).toHaveLength(people.length);
    expect(orders[1]).toEqual(orders[0]);
  },
);
