import { Logger, makeWorkerUtils, type Runner, run, type TaskList } from "graphile-worker";
import { checkEffects } from "../effects";
import type { Ground } from "../ground";
import { monotonicMs } from "../monotonic-ms";
import { type BenchJob, jobs } from "./jobs";
import { latency } from "./latency";

const GROUP = "graphile-worker";
/** As its manual tunes it for many small jobs: fetched and completed in batches; each is a task of its own. */
const FAST = {
  ...{ concurrentJobs: 24, maxPoolSize: 26, localQueue: { size: 500 } },
  ...{ completeJobBatchDelay: 0, failJobBatchDelay: 0 },
};
const SOON = { concurrentJobs: 8, maxPoolSize: 10 };

const logger = new Logger(() => () => undefined);

const start = ({ adminUrl }: Ground, worker: typeof FAST | typeof SOON, taskList: TaskList): Promise<Runner> =>
  run({ connectionString: adminUrl, taskList, noHandleSignals: true, logger, preset: { worker } });

/** Jobs a second out of a backlog, each with the same effect as our events. */
export async function drainGraphileWorker(ground: Ground): Promise<number> {
  const { admin, adminUrl, backlog, say } = ground;
  say(`graphile-worker: a backlog of ${backlog}`);
  const utils = await makeWorkerUtils({ connectionString: adminUrl, logger });
  await utils.migrate();
  for (const some of jobs(backlog)) await utils.addJobs(some.map((payload) => ({ identifier: "effect", payload })));
  await utils.release();
  const done = Promise.withResolvers<number>();
  let left = backlog;
  const begun = monotonicMs();
  const runner = await start(ground, FAST, {
    async effect(payload, { query }) {
      const { id, key, version } = payload as BenchJob;
      await query("insert into bench_effects (consumer_group, event_id, key, version) values ($1, $2, $3, $4)", [
        ...[GROUP, id, key, version],
      ]);
      if (--left === 0) done.resolve(monotonicMs());
    },
  });
  const ended = await done.promise;
  await runner.stop();
  await checkEffects(admin, GROUP, backlog, false);
  return (backlog * 1_000) / (ended - begun);
}

/** Milliseconds from a job's commit to the start of its task, a list a run. */
export async function graphileWorkerLatency(ground: Ground): Promise<number[][]> {
  const begun = new Map<number, number>();
  const runner = await start(ground, SOON, {
    async begin(payload) {
      begun.set((payload as { job: number }).job, monotonicMs());
    },
  });
  try {
    return await latency(ground, GROUP, (job) => runner.addJob("begin", { job }), begun);
  } finally {
    await runner.stop();
  }
}
