import { type Job, type JobResult, PgBoss } from "pg-boss";
import { z } from "zod";
import { foreignStatement } from "../database/foreign-statement";
import { onWork } from "../events/wake";
import { log } from "../log";
import type { Place } from "./attempts";
import { hearWork } from "./hear-work";

/** How a try ended, as the queue has to know it: `again` after a wait, or never. */
export type Outcome = "done" | "again" | "never";

/** Does the works of one name, at most `atOnce` in this process. `held` ends when the queue gave the work to another. */
export type Handler = { name: string; atOnce: number; run(place: Place, held: AbortSignal): Promise<Outcome> };

/** How often the queue is looked at where nobody says that there is something. */
const POLL_SECONDS = 2;
/** How often it is asked whose worker has fallen silent. */
const WATCH_SECONDS = 5;
/** What still runs then is left to the next worker. */
const FINISH_MS = 5_000;

const STATUS = { done: "completed", again: "failed", never: "deadletter" } as const satisfies Record<
  Outcome,
  JobResult["status"]
>;

/** What a job of ours carries. */
const JobData = z.strictObject({ tenant_id: z.uuid().nullable() });

/** Runs the handlers on what the queue holds, until it is stopped: then nothing new begins, and what runs has 5 s. */
export async function startQueue(handlers: readonly Handler[]): Promise<{ stop(): Promise<void> }> {
  const boss = openQueue();
  boss.on("error", (error) => log.warn({ err: error }, "the queue of long work has a fault"));
  boss.on("warning", ({ message, data }) => log.warn({ data }, message));
  await boss.start();
  const workers = (await Promise.all(handlers.map((handler) => serve(boss, handler)))).flat();
  const ear = hearWork();
  const deafen = onWork(() => {
    for (const id of workers) boss.notifyWorker(id);
  });
  return {
    async stop() {
      deafen();
      await ear.stop();
      await boss.stop({ graceful: true, timeout: FINISH_MS });
    },
  };
}

/** On our own pool, as the runtime role: it changes no schema, keeps no clock, and rebuilds nothing. */
export const openQueue = (): PgBoss =>
  new PgBoss({
    db: { executeSql: foreignStatement },
    ...{ migrate: false, schedule: false, reindex: false, registerInstance: false, persistQueueStats: false },
    ...{ superviseIntervalSeconds: WATCH_SECONDS, monitorIntervalSeconds: WATCH_SECONDS },
  });

/** As many workers as may do it at once, each by itself: only so each can be woken. */
async function serve(boss: PgBoss, handler: Handler): Promise<string[]> {
  await boss.createQueue(handler.name);
  return Promise.all(Array.from({ length: handler.atOnce }, () => employ(boss, handler)));
}

async function employ(boss: PgBoss, { name, run }: Handler): Promise<string> {
  const options = { perJobResults: true, pollingIntervalSeconds: POLL_SECONDS } as const;
  const worker = boss.work(name, options, async (jobs) => {
    // Where there was one there may be another: it looks again as soon as it is done.
    void worker.then((id) => boss.notifyWorker(id));
    return Promise.all(jobs.map((job) => settled(job, name, run)));
  });
  return worker;
}

async function settled({ id, data, signal }: Job<unknown>, name: string, run: Handler["run"]): Promise<JobResult> {
  const { tenant_id: tenantId } = JobData.parse(data);
  return { id, status: STATUS[await run({ id, name, tenantId }, signal)] };
}
