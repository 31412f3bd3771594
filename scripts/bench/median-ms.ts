import { Bench as Timing } from "tinybench";

const RUNS = 7;

/** The median time of a call in each of the runs, in units of which a millisecond has `perMs`. */
export async function medianMs(call: () => unknown, perMs: number): Promise<number[]> {
  const [runs = []] = await mediansInTurn([call], perMs);
  return runs;
}

/** The same for each of several calls, which take turns, so that all meet the same moments of the machine. */
export async function mediansInTurn(calls: readonly (() => unknown)[], perMs: number): Promise<number[][]> {
  const all: number[][] = calls.map(() => []);
  for (let run = 0; run < RUNS; run++)
    for (const [index, call] of calls.entries()) all[index]?.push((await oneRun(call)) * perMs);
  return all;
}

async function oneRun(call: () => unknown): Promise<number> {
  const timing = new Timing({ time: 300, iterations: 5, warmupTime: 200 });
  timing.add("call", call);
  const [task] = await timing.run();
  if (task?.result.state !== "completed") throw new Error("the timing did not end");
  return task.result.latency.p50;
}
