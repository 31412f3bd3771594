import { setTimeout as wait } from "node:timers/promises";
import type { Ground } from "../ground";
import { monotonicMs } from "../monotonic-ms";
import { paced } from "../paced";

const PACE = { perSecond: 100, seconds: 5 };
const RUNS = 3;

/** A queue of jobs that do nothing: resolves once the job with this number is committed. */
export type Send = (job: number) => Promise<unknown>;

/** Milliseconds from a job's commit to the start of its work, a list a run; `begun` has when each was. */
export async function latency(
  { say }: Ground,
  name: string,
  send: Send,
  begun: ReadonlyMap<number, number>,
): Promise<number[][]> {
  const runs: number[][] = [];
  for (let run = 0; run <= RUNS; run++) {
    say(run === 0 ? `${name}: warming up` : `${name}: ${PACE.perSecond} jobs a second, run ${run} of ${RUNS}`);
    const sent = await paced(async (index) => {
      const job = run * 1_000_000 + index;
      await send(job);
      return { job, ackMs: monotonicMs() };
    }, PACE);
    while (!sent.every(({ job }) => begun.has(job))) await wait(10);
    if (run > 0) runs.push(sent.map(({ job, ackMs }) => Math.max(0, (begun.get(job) ?? 0) - ackMs)));
  }
  return runs;
}
