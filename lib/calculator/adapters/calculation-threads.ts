import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/kernel/errors";
import type { Facts } from "../core/calculate";
import type { CalculateInput, CalculateOutput } from "../schemas";
import type { ThreadAnswer, ThreadRequest } from "./calculation-thread";

type Job = { request: ThreadRequest; resolve(output: CalculateOutput): void; reject(reason: unknown): void };

const MOST_THREADS = Math.max(1, Math.min(4, availableParallelism() - 1));
/** A calculation takes a tenth of a second to two: whoever would wait for more than this many had better come again. */
const MOST_WAITING = 32;

const waiting: Job[] = [];
const idle: Worker[] = [];
const running = new Map<Worker, Job>();

/**
 * `calculate` in one of a few threads, so that the event loop stays free. Threads start when they are first needed and
 * don't keep the process alive. Throws `unavailable` when too many are waiting already.
 */
export function calculateInThread(input: CalculateInput, facts: Facts): Promise<CalculateOutput> {
  if (waiting.length >= MOST_WAITING) {
    throw new AppError("unavailable", "Too many large calculations are under way: try again in a moment.", {
      retryAfterSeconds: 2,
    });
  }
  return new Promise((resolve, reject) => {
    waiting.push({ request: { input, facts }, resolve, reject });
    startNext();
  });
}

function startNext(): void {
  if (waiting.length === 0) return;
  const thread = idle.pop() ?? (running.size < MOST_THREADS ? open() : undefined);
  if (!thread) return;
  const job = waiting.shift();
  if (!job) return;
  running.set(thread, job);
  thread.ref();
  thread.postMessage(job.request);
}

function open(): Worker {
  // Turbopack bundles the file that this URL names; outside of Next, tsx reads the TypeScript as it is.
  const thread = new Worker(new URL("./calculation-thread.ts", import.meta.url), {
    execArgv: process.env.NEXT_RUNTIME ? [] : ["--import", "tsx"],
  });
  thread.on("message", (answer: ThreadAnswer) => {
    const job = finish(thread);
    thread.unref();
    idle.push(thread);
    if ("error" in answer) job?.reject(answer.error);
    else job?.resolve(answer.output);
    startNext();
  });
  // A thread that dies takes its own calculation with it and no other; the next one gets a new thread.
  thread.on("error", (error) => finish(thread)?.reject(error));
  thread.on("exit", () => {
    finish(thread)?.reject(new Error("The calculation's thread ended."));
    const place = idle.indexOf(thread);
    if (place >= 0) idle.splice(place, 1);
    startNext();
  });
  return thread;
}

function finish(thread: Worker): Job | undefined {
  const job = running.get(thread);
  running.delete(thread);
  return job;
}
