import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/kernel/errors";
import { execArgv, threadPool } from "@/lib/platform/thread-pool";
import type { CurtailmentSimulation } from "../core/curtailment/simulation-schemas";
import type { SimulationRequest } from "./curtailment-thread";

/** A simulation in a thread of its own, so that the event loop stays free; it takes milliseconds to a minute. */
export const simulateInThread = threadPool<SimulationRequest, CurtailmentSimulation>({
  open: () =>
    new Worker(new URL("./curtailment-thread.ts", import.meta.url), {
      execArgv: execArgv(),
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    }),
  threads: 1,
  mostWaiting: 8,
  busy: "Too many simulations are under way: try again in a moment.",
  idleMs: 60_000,
  deadline: {
    ms: 180_000,
    error: () => new AppError("too_large", "This takes too long to simulate: fewer machines or hours, or no limits."),
  },
});
