import { setTimeout as wait } from "node:timers/promises";
import { UserMinerChanged } from "@/lib/machines/events";
import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { fillOutbox } from "./backlog";
import { committedAt, type Drained, drained } from "./drain";
import { checkEffects } from "./effects";
import { clearEvents, type Ground, withWorker } from "./ground";
import { monotonicMs } from "./monotonic-ms";

/** Debezium is the slower one, and what a consumer does with its messages is the same. */
const RUNS = { kafka: 3, debezium: 2 };
const LOOK_MS = 20;

/** Events a second from the outbox to the brokers, from there through a consumer (by Kafka alone), and all at once. */
export type DrainedByBrokers = { toBus: number[]; throughConsumer: Drained[]; atOnce: number };

/** A backlog of the outbox over the brokers, published by the relay or by Debezium, which runs already. */
export async function drainByBrokers(ground: Ground, transport: keyof typeof RUNS): Promise<DrainedByBrokers> {
  const { admin, backlog, say } = ground;
  const runs = RUNS[transport];
  const relay = transport === "kafka";
  const consumers = { group: `bench-${transport}` };
  const toBus: number[] = [];
  const throughConsumer: Drained[] = [];
  for (let run = 0; run < runs; run++) {
    say(`${transport}: a backlog of ${backlog}, run ${run + 1} of ${runs}`);
    await clearEvents(ground);
    toBus.push(await withWorker(ground, transport, { relay }, () => published(ground)));
    if (!relay) continue;
    throughConsumer.push(await withWorker(ground, transport, { consumers }, (worker) => drained(worker, backlog)));
    await checkEffects(admin, consumers.group, backlog);
  }
  say(`${transport}: the same, published and consumed at once`);
  await clearEvents(ground);
  const { perSecond: atOnce } = await withWorker(ground, transport, { relay, consumers }, (worker) =>
    drained(worker, backlog, committedAt(fillOutbox(admin, backlog))),
  );
  await checkEffects(admin, consumers.group, backlog);
  await clearEvents(ground);
  return { toBus, throughConsumer, atOnce };
}

/** Fills the outbox; events a second from its commit until the brokers have all. */
async function published({ admin, backlog, brokers: address = "" }: Ground): Promise<number> {
  const brokers = kafkaClient(address, "bench").admin();
  await brokers.connect();
  const count = async () =>
    (await brokers.fetchTopicOffsets(UserMinerChanged.topic)).reduce((sum, { high }) => sum + Number(high), 0);
  try {
    const before = await count();
    const from = await committedAt(fillOutbox(admin, backlog));
    while ((await count()) < before + backlog) await wait(LOOK_MS);
    return (backlog * 1_000) / (monotonicMs() - from);
  } finally {
    await brokers.disconnect();
  }
}
