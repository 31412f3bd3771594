import { setTimeout as wait } from "node:timers/promises";
import { kafkaClient } from "@/lib/platform/events/kafka/client";
import { fillOutbox } from "./backlog";
import { committedAt, type Drained, drained } from "./drain";
import { checkEffects } from "./effects";
import { clearEvents, type Ground, withWorker } from "./ground";
import { monotonicMs } from "./monotonic-ms";

const RUNS = 3;
const LOOK_MS = 20;
const TOPIC = "events.miner";

/** Events a second from the outbox to the brokers, from there through a consumer, and all the way at once. */
export type DrainedByBrokers = { toBus: number[]; throughConsumer: Drained[]; atOnce: number };

/** A backlog of the outbox over the brokers, published by the relay or by Debezium, which runs already. */
export async function drainByBrokers(
  ground: Ground,
  transport: "kafka" | "debezium",
  runs = RUNS,
): Promise<DrainedByBrokers> {
  const { admin, backlog, say } = ground;
  const relay = transport === "kafka";
  const group = `bench-${transport}`;
  const toBus: number[] = [];
  const throughConsumer: Drained[] = [];
  await clearEvents(ground);
  for (let run = 0; run < runs; run++) {
    say(`${transport}: a backlog of ${backlog}, run ${run + 1} of ${runs}`);
    toBus.push(await withWorker(ground, transport, { relay }, () => published(ground)));
    throughConsumer.push(
      await withWorker(ground, transport, { consumers: { group } }, (worker) => drained(worker, backlog)),
    );
    await checkEffects(admin, group, backlog * (run + 1));
  }
  say(`${transport}: the same, published and consumed at once`);
  const { perSecond: atOnce } = await withWorker(ground, transport, { relay, consumers: { group } }, (worker) =>
    drained(worker, backlog, committedAt(fillOutbox(admin, backlog))),
  );
  await checkEffects(admin, group, backlog * (runs + 1));
  return { toBus, throughConsumer, atOnce };
}

/** Fills the outbox; events a second from its commit until the brokers have all. */
async function published({ admin, backlog, brokers: address }: Ground): Promise<number> {
  const brokers = kafkaClient(address ?? "", "bench").admin();
  await brokers.connect();
  const count = async () => (await brokers.fetchTopicOffsets(TOPIC)).reduce((sum, { high }) => sum + Number(high), 0);
  try {
    const before = await count();
    const from = await committedAt(fillOutbox(admin, backlog));
    while ((await count()) < before + backlog) await wait(LOOK_MS);
    return (backlog * 1_000) / (monotonicMs() - from);
  } finally {
    await brokers.disconnect();
  }
}
