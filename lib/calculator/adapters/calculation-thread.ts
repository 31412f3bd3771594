import { parentPort } from "node:worker_threads";
import { calculate, type Facts } from "../core/calculate";
import type { CalculateInput, CalculateOutput } from "../schemas";

export type ThreadRequest = { input: CalculateInput; facts: Facts };
export type ThreadAnswer = { output: CalculateOutput } | { error: unknown };

// The thread's side: one request at a time, one answer each. `calculation-threads.ts` is the other side.
parentPort?.on("message", ({ input, facts }: ThreadRequest) => {
  parentPort?.postMessage(answer(input, facts));
});

function answer(input: CalculateInput, facts: Facts): ThreadAnswer {
  try {
    return { output: calculate(input, facts) };
  } catch (error) {
    return { error };
  }
}
