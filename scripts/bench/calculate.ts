import { monitorEventLoopDelay } from "node:perf_hooks";
import { calculateInThread } from "@/lib/calculator/adapters/calculation-threads";
import { calculate } from "@/lib/calculator/core/calculate";
import type { Facts } from "@/lib/calculator/core/facts";
import { marketOfInput } from "@/lib/calculator/core/market-facts";
import { CalculateInput } from "@/lib/calculator/schemas";
import type { Bench, Row } from "./bench";
import { EXAMPLE_CONDITIONS } from "./example-conditions";
import { medianMs } from "./median-ms";
import { rowOfRuns } from "./row-of-runs";

const RUNS = 7;
const REQUESTS_A_RUN = 10;

const input = CalculateInput.parse({
  hashrate_th: 200,
  power_w: 3500,
  ...EXAMPLE_CONDITIONS,
});
const withPaths = (paths: number): CalculateInput => ({ ...input, algorithm: "advanced", paths });

export const bench: Bench = {
  name: "calculate",
  summary: "One calculation over 36 months: in place, with joint paths, and what a large one does to the event loop",
  packages: ["tinybench"],
  async run(say): Promise<Row[]> {
    const market = marketOfInput(input.market);
    if (!market) throw new Error("the bench gives its whole market");
    const facts: Facts = { model: null, market, today: "2026-01-01" };
    const timed = async (name: string, of: CalculateInput, target: number, perMs: number, unit: string) => {
      say(name);
      return rowOfRuns(await medianMs(() => calculate(of, facts), perMs), { name, unit, target });
    };
    return [
      await timed("36 months", input, 50, 1000, "µs"),
      await timed("36 months, 1,000 paths", withPaths(1000), 30, 1, "ms"),
      await timed("36 months, 10,000 paths", withPaths(10_000), 300, 1, "ms"),
      await loopDelay(facts, say),
    ];
  },
};

/** P99 of the event loop's delay while large calculations come one after another: in a thread, and as peer in place. */
async function loopDelay(facts: Facts, say: (line: string) => void): Promise<Row> {
  say("the event loop's delay");
  const large = withPaths(10_000);
  await calculateInThread(large, facts);
  const inThread: number[] = [];
  const inPlace: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    inThread.push(await delayDuring(() => calculateInThread(large, facts)));
    inPlace.push(await delayDuring(async () => calculate(large, facts)));
  }
  const peer = { name: "in place", values: inPlace };
  return rowOfRuns(inThread, { name: "event loop P99 delay, 10,000 paths in a thread", unit: "ms", target: 20, peer });
}

async function delayDuring(request: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let asked = 0; asked < REQUESTS_A_RUN; asked++) {
    await request();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  delay.disable();
  return delay.percentile(99) / 1e6;
}
