import { log } from "@/lib/platform/log";
import { startQueue } from "@/lib/platform/work/queue";
import type { LongWork } from "../long-work";
import { runWork } from "./run-work";

/** Does long work until it is stopped: what runs then is told to end, and goes on with the next worker. */
export async function startWork(works: readonly LongWork[]): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const queue = await startQueue(
    works.map((work) => ({
      name: work.type.name,
      atOnce: work.atOnce,
      run: (place, held) => runWork(work, place, { held, stopping: stopping.signal }),
    })),
  );
  log.info({ works: works.map(({ type }) => type.name) }, "doing long work");
  return {
    async stop() {
      stopping.abort();
      await queue.stop();
    },
  };
}
