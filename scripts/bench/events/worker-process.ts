import { join } from "node:path";
import type { EventTransport } from "@/lib/platform/events/open-bus";
import { ROOT, spawnNode } from "../../process/spawn-node";
import type { Said, Took, WorkerTask } from "./worker";

export type WorkerProcess = {
  /** Begins to work; resolves when it does. */
  begin(): Promise<void>;
  /** Hears of every batch that a group of consumers has committed, also of those before. */
  onTook(listener: (took: Took) => void): void;
  /** Rejects when the worker ends by itself. */
  failed: Promise<never>;
  stop(): Promise<void>;
};

/** A background process with the product's own parts, loaded and waiting to begin. */
export async function workerProcess(
  task: WorkerTask,
  { transport, brokers }: { transport: EventTransport; brokers: string | undefined },
): Promise<WorkerProcess> {
  const child = spawnNode(
    [
      // kafkajs sets a timer of -1 ms, which Node mentions once a process.
      "--disable-warning=TimeoutNegativeWarning",
      join(ROOT, "scripts", "bench", "events", "worker.ts"),
      JSON.stringify(task),
    ],
    { ...process.env, EVENT_TRANSPORT: transport, ...(brokers === undefined ? {} : { KAFKA_BROKERS: brokers }) },
  );
  child.stdout?.pipe(process.stderr);
  child.stderr?.pipe(process.stderr);
  const taken: Took[] = [];
  const listeners = new Set<(took: Took) => void>();
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const failed = exited.then(() => Promise.reject(new Error("the worker's process ended")));
  failed.catch(() => undefined);
  const words = new Map<string, () => void>();
  const heard = (word: string) => Promise.race([new Promise<void>((resolve) => words.set(word, resolve)), failed]);
  child.on("message", (said: Said) => {
    if (typeof said === "string") return words.get(said)?.();
    taken.push(said);
    for (const listener of listeners) listener(said);
  });
  await heard("ready");
  return {
    async begin() {
      const begun = heard("begun");
      child.send("begin");
      await begun;
    },
    onTook(listener) {
      for (const took of taken) listener(took);
      listeners.add(listener);
    },
    failed,
    async stop() {
      if (child.connected) child.send("end");
      await exited;
    },
  };
}
