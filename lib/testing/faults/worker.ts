// A process that publishes (where there are brokers), takes events for groups of the fault tests and leads a scheduler:
// told what by its one argument, broken by FAILPOINT.
import { setTimeout as wait } from "node:timers/promises";
import { openBus } from "@/lib/platform/events/open-bus";
import type { Consumer } from "@/lib/transport/consume";
import { startConsumers } from "@/lib/transport/consumers";
import { startRelay } from "@/lib/transport/relay";
import { startScheduler } from "@/lib/transport/scheduler/scheduler";
import { effectJob } from "../effects";
import { faultyConsumer } from "./faulty-consumer";
import { shufflingBus } from "./shuffling-bus";

export type WorkerTask = {
  groups: readonly string[];
  /** Only aggregates of this scenario have effects. */
  prefix: string;
  /** Half of a worker alone. */
  only?: "relay" | "consumers";
  /** Bring everything three times and in any order. */
  shuffleSeed?: number;
  /** Leave the groups after so long, and come back at once, again and again. */
  stayMs?: number;
  /** An address that must answer before an event has its effect. */
  dependency?: string;
  /** A job that writes a row every second. */
  job?: string;
};

/** So long a run of the job is in its middle, where it may be met. */
const JOB_MS = 300;

const task = JSON.parse(process.argv[2] ?? "{}") as WorkerTask;

async function consume(consumers: readonly Consumer[]) {
  const open = await openBus();
  return startConsumers(
    consumers,
    task.shuffleSeed === undefined ? open : shufflingBus(open, task.shuffleSeed, task.prefix),
  );
}

async function comeAndGo(consumers: readonly Consumer[], stayMs: number): Promise<never> {
  for (;;) {
    const here = await consume(consumers);
    process.send?.("ready");
    await wait(stayMs);
    await here.stop();
  }
}

process.on("disconnect", () => process.exit(1));
const consumers = task.groups.map((group) => faultyConsumer(group, task));
if (task.only !== "consumers") await startRelay();
if (task.job !== undefined)
  startScheduler([effectJob(task.job, { missed: { catchUp: 60 }, middle: () => wait(JOB_MS) })]);
if (task.stayMs !== undefined) await comeAndGo(consumers, task.stayMs);
if (task.only !== "relay") await consume(consumers);
process.send?.("ready");
