import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { campaign, type Rhythm } from "@/lib/platform/scheduler/leader";
import type { Job } from "../schedule";
import { Term } from "./term";

export type Scheduler = {
  /** Begins nothing new, and ends when what runs has ended. */
  stop(): Promise<void>;
};

/**
 * Runs the jobs while this process leads the workers of its database. Several workers may run: one works, the others
 * stand by.
 */
export function startScheduler(jobs: readonly Job[], rhythm?: Rhythm): Scheduler {
  const stopping = new AbortController();
  const terms = new Set<Promise<void>>();
  const leader = campaign(
    env().DATABASE_URL,
    ({ epoch, over }) => {
      log.info({ jobs: jobs.length, epoch: String(epoch) }, "leading: the jobs run here");
      const term = new Term(jobs, { epoch, over: AbortSignal.any([over, stopping.signal]) }).serve();
      terms.add(term);
      void term.finally(() => terms.delete(term));
    },
    rhythm,
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(terms);
      await leader.resign();
    },
  };
}
