import type { ChildProcess } from "node:child_process";
import { Refusal } from "./refusal";
import { stopRequested } from "./stop-requested";

/** Runs one part with our own output until it ends or we are asked to stop; throws when it ended by itself. */
export async function runAlone(name: string, child: ChildProcess): Promise<void> {
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const stop = stopRequested().then(() => "stop" as const);
  const first = await Promise.race([ended, stop]);
  if (first !== "stop") throw new Refusal(`${name} ended (exit code ${first}).`, "Its last words are above.");
  child.kill("SIGTERM");
  await ended;
}
