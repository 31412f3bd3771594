import type { Client } from "pg";
import type { EventTransport } from "@/lib/platform/events/open-bus";
import { emptyTopics } from "./empty-topics";
import type { WorkerTask } from "./worker";
import { type WorkerProcess, workerProcess } from "./worker-process";

/** What the parts of the bench stand on. */
export type Ground = {
  /** Sees and may all: what isn't measured is made with it. */
  admin: Client;
  /** As the same, for the peers' own connections. */
  adminUrl: string;
  /** Where Kafka runs, if it does. */
  brokers: string | undefined;
  /** Events, or jobs, that are to be drained. */
  backlog: number;
  say(line: string): void;
};

/** As if nothing had ever been told, in the database and with the brokers. */
export async function clearEvents({ admin, brokers }: Ground): Promise<void> {
  await admin.query(
    "truncate event_outbox, event_inbox, event_keys, event_positions, event_early, event_dlq, bench_effects",
  );
  if (brokers !== undefined) await emptyTopics(brokers);
}

/** Does `work` beside a background process of the product's that has begun; it ends afterwards. */
export async function withWorker<T>(
  { brokers }: Ground,
  transport: EventTransport,
  task: WorkerTask,
  work: (worker: WorkerProcess) => Promise<T>,
): Promise<T> {
  const worker = await workerProcess(task, { transport, brokers });
  try {
    await worker.begin();
    return await Promise.race([work(worker), worker.failed]);
  } finally {
    await worker.stop();
  }
}
