import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "../process/refusal";
import type { JavaServer } from "./start-java";

const PAUSE_MS = 2_000;

type Kept = {
  name: string;
  /** Gives nothing when there is nothing to keep any more. */
  start(): Promise<JavaServer | undefined>;
  say(line: string): void;
  pauseMs?: number;
};

/**
 * Starts a server, and again after a pause whenever it has ended or doesn't start; a line says so, once for the same
 * words. `first` is one that runs already.
 */
export function keepServer({ name, start, say, pauseMs = PAUSE_MS }: Kept, first?: JavaServer) {
  let server = first;
  let isOver = false;
  let told = "";
  const tell = (why: string) => {
    if (!isOver && why !== told) say(`Starting ${name} again in ${pauseMs / 1000} s: ${why}`);
    told = why;
  };
  async function keep(): Promise<void> {
    for (; !isOver; await wait(pauseMs)) {
      try {
        server ??= await start();
        if (!server) return;
        if (isOver) await server.stop();
        told = "";
        await server.exited;
        tell("it ended.");
      } catch (error) {
        tell(error instanceof Refusal ? `${error.message} ${error.advice}` : String(error));
      }
      server = undefined;
    }
  }
  void keep();
  return {
    /** Ends it for good. One that is being started ends with its start. */
    async stop(): Promise<void> {
      isOver = true;
      await server?.stop();
    },
  };
}
