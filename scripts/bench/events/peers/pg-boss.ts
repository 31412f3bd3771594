import { setTimeout as wait } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import { checkEffects, countEffects, EFFECT } from "../effects";
import type { Ground } from "../ground";
import { monotonicMs } from "../monotonic-ms";
import { type BenchJob, jobs } from "./jobs";
import { latency } from "./latency";

const GROUP = "pg-boss";

async function start({ adminUrl }: Ground, queue: string, notify: boolean): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: adminUrl, schedule: false, useListenNotify: notify });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.createQueue(queue, { notify });
  return boss;
}

/** Jobs a second out of a backlog, fetched, done and completed five hundred in a transaction, as ours are. */
export async function drainPgBoss(ground: Ground): Promise<number> {
  const { admin, backlog, say } = ground;
  say(`pg-boss: a backlog of ${backlog}`);
  const boss = await start(ground, "effect", false);
  for (const some of jobs(backlog))
    await boss.insert(
      "effect",
      some.map((data) => ({ data })),
    );
  const done = Promise.withResolvers<void>();
  let left = backlog;
  const begun = monotonicMs();
  const how = { batchSize: 500, transactional: true, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 } as const;
  await boss.work<BenchJob, void, typeof how>("effect", how, async (some, transaction) => {
    const data = some.map((job) => job.data);
    await transaction.executeSql(EFFECT, [
      ...[GROUP, data.map(({ id }) => id), data.map(({ key }) => key), data.map(({ version }) => version)],
    ]);
    left -= some.length;
    if (left === 0) done.resolve();
  });
  await done.promise;
  // The last batch is committed after its handler.
  while ((await countEffects(admin, GROUP)) < backlog) await wait(5);
  const ended = monotonicMs();
  await boss.stop({ graceful: true });
  await checkEffects(admin, GROUP, backlog, false);
  return (backlog * 1_000) / (ended - begun);
}

/** Milliseconds from a job's commit to the start of its handler, a list a run. */
export async function pgBossLatency(ground: Ground): Promise<number[][]> {
  const begun = new Map<number, number>();
  const boss = await start(ground, "begin", true);
  await boss.work<{ job: number }>(
    "begin",
    { localConcurrency: 4, notifyPollingIntervalSeconds: 0.5 },
    async (some) => {
      for (const { data } of some) begun.set(data.job, monotonicMs());
    },
  );
  try {
    return await latency(ground, GROUP, (job) => boss.send("begin", { job }), begun);
  } finally {
    await boss.stop({ graceful: true });
  }
}
