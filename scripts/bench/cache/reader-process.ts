import { join } from "node:path";
import { ANSWER_MS } from "@/lib/platform/cache/client";
import { ROOT, spawnNode } from "../../process/spawn-node";
import type { Outcome, Task } from "./readers";

export type ReaderProcess = {
  read(task: Task): Promise<Outcome>;
  /** Resolves once it loads. */
  loading(): Promise<void>;
  kill(): void;
};

/** A process whose cache is on the Redis at `url`, ready to read. */
export async function readerProcess(url: string, answerMs: number = ANSWER_MS): Promise<ReaderProcess> {
  const readers = join(ROOT, "scripts", "bench", "cache", "readers.ts");
  const child = spawnNode([readers, String(answerMs)], { ...process.env, REDIS_URL: url });
  child.stderr?.pipe(process.stderr);
  const heard = <T>(wanted: (message: unknown) => boolean) =>
    new Promise<T>((resolve, reject) => {
      const listen = (message: unknown) => {
        if (!wanted(message)) return;
        child.off("message", listen).off("exit", gone);
        resolve(message as T);
      };
      const gone = () => reject(new Error("the readers' process ended"));
      child.on("message", listen).once("exit", gone);
    });
  await heard((message) => message === "ready");
  return {
    async read(task) {
      const outcome = heard<Outcome>((message) => typeof message === "object");
      child.send(task);
      return outcome;
    },
    loading: () => heard((message) => message === "loading"),
    kill: () => void child.kill("SIGKILL"),
  };
}
