import { Bench as Timing } from "tinybench";

const RUNS = 7;

/** The median time of a call in each of the runs, in units of which a millisecond has `perMs`. */
export async function medianMs(call: () => unknown, perMs: number): Promise<number[]> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const timing = new Timing({ time: 300, iterations: 5, warmupTime: 200 });
    timing.add("call", call);
    const [task] = await timing.run();
    if (task?.result.state !== "completed") throw new Error("the timing did not end");
    runs.push(task.result.latency.p50 * perMs);
  }
  return runs;
}
