import { explain } from "./refusal";

/** Runs a command to its end: what went wrong is said in words on stderr, and the exit code is 1. */
export async function runTask(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}
