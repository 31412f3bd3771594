import { setTimeout as wait } from "node:timers/promises";
import { endReplay, type ReplayOutcome, replayOutcome, takeReplay } from "@/lib/platform/events/replay-queue";
import { log } from "@/lib/platform/log";
import type { Consumer } from "./consume";
import { inEventsUnit } from "./ctx";
import { type Replayed, replayDead } from "./replay-dead";

const LOOK_MS = 500;
/** Where somebody waits for it. */
const SOON_MS = 50;

/** Does the replays that administrators ask for on their page: there a button, here the handlers. */
export function answerReplays(consumers: readonly Consumer[], lookMs: number = LOOK_MS): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = (async () => {
    while (!stopping.signal.aborted) {
      const isBusy = await answerOne(consumers).catch((error: unknown) => {
        log.warn({ err: error }, "a replay was interrupted; it is tried again");
        return false;
      });
      if (!isBusy) await wait(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

/** Does what was asked for until this one has its outcome, here or in a worker that was quicker. */
export async function answerUntil(id: string, consumers: readonly Consumer[]): Promise<ReplayOutcome> {
  const answering = answerReplays(consumers, SOON_MS);
  try {
    for (;;) {
      const outcome = await inEventsUnit("replay", (ctx) => replayOutcome(ctx, id));
      if (outcome) return outcome;
      await wait(SOON_MS);
    }
  } finally {
    await answering.stop();
  }
}

/** Says whether there was one to do. */
async function answerOne(consumers: readonly Consumer[]): Promise<boolean> {
  return inEventsUnit("replay", async (ctx) => {
    const request = await takeReplay(ctx);
    if (!request) return false;
    const { id, by, reason, group, key, hours, most } = request;
    let done: Replayed = { replayed: 0, failed: 0 };
    let fault: string | null = null;
    try {
      done = await replayDead(consumers, {
        ...{ by, reason, group: group ?? undefined, key: key ?? undefined },
        ...{ hours: hours ?? undefined, most: most ?? undefined },
      });
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
    }
    await endReplay(ctx, id, { ...done, fault });
    return true;
  });
}
