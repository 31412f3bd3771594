import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { checkEffects, countEffects, EFFECT } from "../effects";
import type { Ground } from "../ground";
import { monotonicMs } from "../monotonic-ms";
import { type BenchJob, jobs } from "./jobs";
import { latency } from "./latency";

const GROUP = "pg-boss";
const POLL = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };
const FAST = { ...POLL, batchSize: 500, transactional: true, burstWhenBatchFull: true } as const;
const SOON = { ...POLL, localConcurrency: 4 };

async function withBoss<T>({ adminUrl }: Ground, queue: string, work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = new PgBoss({ connectionString: adminUrl, schedule: false, useListenNotify: true });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await boss.createQueue(queue, { notify: true });
    return await work(boss);
  } finally {
    await boss.stop({ graceful: true });
  }
}

/** Jobs a second out of a backlog, fetched, done and completed five hundred in a transaction, as ours are. */
export const drainPgBoss = (ground: Ground): Promise<number> =>
  withBoss(ground, "effect", async (boss) => {
    const { admin, backlog, say } = ground;
    say(`pg-boss: a backlog of ${backlog}`);
    for (const some of jobs(backlog)) {
      const inserts = some.map((data) => ({ data }));
      await boss.insert("effect", inserts);
    }
    let left = backlog;
    const begun = monotonicMs();
    await boss.work<BenchJob, void, typeof FAST>("effect", FAST, async (some, transaction) => {
      const data = some.map((job) => job.data);
      await transaction.executeSql(EFFECT, [
        ...[GROUP, data.map(({ id }) => id), data.map(({ key }) => key), data.map(({ version }) => version)],
      ]);
      left -= some.length;
    });
    while (left > 0) await wait(5);
    // The last batch is committed after its handler.
    while ((await countEffects(admin, GROUP)) < backlog) await wait(5);
    const ended = monotonicMs();
    await checkEffects(admin, GROUP, backlog, false);
    return (backlog * 1_000) / (ended - begun);
  });

/** Milliseconds from a job's commit to the start of its handler, a list a run. */
export const pgBossLatency = (ground: Ground): Promise<number[][]> =>
  withBoss(ground, "begin", async (boss) => {
    const begun = new Map<number, number>();
    await boss.work<{ job: number }>("begin", SOON, async (some) => {
      for (const { data } of some) begun.set(data.job, monotonicMs());
    });
    return latency(ground, GROUP, (job) => boss.send("begin", { job }), begun);
  });
