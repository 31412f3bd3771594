import { parentPort, type Worker } from "node:worker_threads";
import { AppError } from "@/lib/kernel/errors";

export type ThreadAnswer<Output> = { output: Output } | { error: unknown };

type Job<Input, Output> = { input: Input; resolve(output: Output): void; reject(reason: unknown): void };

type Options = {
  /**
   * Where the thread's own code is: `() => new Worker(new URL("./x-thread.ts", import.meta.url), { execArgv: execArgv() })`.
   * Turbopack bundles what the URL names only where the options are written out in place.
   */
  open: () => Worker;
  threads: number;
  /** Whoever comes when so many wait is refused. */
  mostWaiting: number;
  /** What that one is told. */
  busy: string;
  /** A thread that had nothing to do for so long is closed, and its memory with it. */
  idleMs?: number;
  /** A job that runs for longer ends its thread, and its caller gets this error. */
  deadline?: { ms: number; error: () => Error };
};

/** The bundle that Next makes needs nothing; outside of it tsx reads the TypeScript as it is. */
export const execArgv = (): string[] => (process.env.NEXT_RUNTIME ? [] : ["--import", "tsx"]);

/**
 * Work that would hold up everyone else, in a few threads of its own. They start when they are first needed and don't
 * keep the process alive. Asking throws `unavailable` when too many are waiting already.
 */
export function threadPool<Input, Output>(options: Options): (input: Input) => Promise<Output> {
  const waiting: Job<Input, Output>[] = [];
  const idle = new Map<Worker, NodeJS.Timeout | undefined>();
  const running = new Map<Worker, Job<Input, Output>>();
  const deadlines = new Map<Worker, NodeJS.Timeout>();

  function startNext(): void {
    if (waiting.length === 0) return;
    const thread = wake() ?? (running.size < options.threads ? open() : undefined);
    if (!thread) return;
    const job = waiting.shift();
    if (!job) return;
    running.set(thread, job);
    if (options.deadline) deadlines.set(thread, setTimeout(() => giveUp(thread), options.deadline.ms).unref());
    thread.ref();
    thread.postMessage(job.input);
  }

  /** The one that was busy last: the others may be closed. */
  function wake(): Worker | undefined {
    const thread = [...idle.keys()].at(-1);
    if (!thread) return undefined;
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    return thread;
  }

  function rest(thread: Worker): void {
    thread.unref();
    const close = () => {
      idle.delete(thread);
      void thread.terminate();
    };
    idle.set(thread, options.idleMs === undefined ? undefined : setTimeout(close, options.idleMs).unref());
  }

  function open(): Worker {
    const thread = options.open();
    thread.on("message", (answer: ThreadAnswer<Output> | object) => {
      // Node tells its watcher through the same port which files a thread has read.
      if (!("output" in answer || "error" in answer)) return;
      const job = finish(thread);
      rest(thread);
      if ("error" in answer) job?.reject(answer.error);
      else job?.resolve(answer.output);
      startNext();
    });
    // A thread that dies takes its own work with it and no other; the next one gets a new thread.
    thread.on("error", (error) => finish(thread)?.reject(error));
    thread.on("exit", () => {
      finish(thread)?.reject(new Error("The thread ended before it had an answer."));
      clearTimeout(idle.get(thread));
      idle.delete(thread);
      startNext();
    });
    return thread;
  }

  function giveUp(thread: Worker): void {
    finish(thread)?.reject(options.deadline?.error());
    void thread.terminate();
  }

  function finish(thread: Worker): Job<Input, Output> | undefined {
    const job = running.get(thread);
    running.delete(thread);
    clearTimeout(deadlines.get(thread));
    deadlines.delete(thread);
    return job;
  }

  return (input) => {
    if (waiting.length >= options.mostWaiting) {
      throw new AppError("unavailable", options.busy, { retryAfterSeconds: 2 });
    }
    return new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      startNext();
    });
  };
}

/** The thread's side: one request at a time, one answer each. */
export function answerInThread<Input, Output>(work: (input: Input) => Output | Promise<Output>): void {
  parentPort?.on("message", async (input: Input) => {
    let answer: ThreadAnswer<Output>;
    try {
      answer = { output: await work(input) };
    } catch (error) {
      answer = { error };
    }
    parentPort?.postMessage(answer);
  });
}
