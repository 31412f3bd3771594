import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { execArgv, threadPool } from "@/lib/platform/thread-pool";
import type { Facts } from "../core/facts";
import type { CalculateInput, CalculateOutput } from "../schemas";
import type { ThreadRequest } from "./calculation-thread";

const calculate = threadPool<ThreadRequest, CalculateOutput>({
  open: () => new Worker(new URL("./calculation-thread.ts", import.meta.url), { execArgv: execArgv() }),
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  // A calculation takes a tenth of a second to two: whoever would wait for more than this many had better come again.
  mostWaiting: 32,
  busy: "Too many large calculations are under way: try again in a moment.",
});

/** `calculate` in one of a few threads, so that the event loop stays free. */
export const calculateInThread = (input: CalculateInput, facts: Facts): Promise<CalculateOutput> =>
  calculate({ input, facts });
