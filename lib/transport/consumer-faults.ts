import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/kernel/errors";
import { databaseFault } from "@/lib/platform/database-fault";
import { type Arrived, type Batch, Overtaken } from "@/lib/platform/events/event-bus";
import { log } from "@/lib/platform/log";
import { observeWait } from "@/lib/platform/metrics/observe-events";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 10_000;
/** How often a transport hears during a wait that its consumer lives. */
const BEAT_MS = 1_000;

/** A consumer can't take an event, and could not a moment later: `dead` is the last that it was handed. */
export class HandlerFault extends Error {
  override readonly name = "HandlerFault";
  constructor(
    readonly dead: Arrived,
    cause: unknown,
  ) {
    super("A consumer can't take an event.", { cause });
  }
}

/** Whether a repeat may go well: a dependency that is down, a rate, a lost race. Of these nothing is counted. */
export function mayPass(error: unknown): boolean {
  if (error instanceof Overtaken) return true;
  const known = databaseFault(error);
  return known instanceof AppError && (known.code === "unavailable" || known.code === "limit_exceeded");
}

/**
 * Does `work`, again and again while it fails for a reason that may pass, with a growing pause. Throws what won't pass,
 * and when the batch is another's or the consumer is to stop.
 */
export async function persist<T>(
  work: () => Promise<T>,
  batch: Pick<Batch, "beat" | "topic">,
  signal: AbortSignal,
): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error) || error instanceof Overtaken) throw error;
      observeWait(batch.topic);
      log.warn({ err: error, topic: batch.topic, pauseMs }, "a consumer waits: what it needs doesn't answer");
    }
    await rest((pauseMs * randomInt(50, 150)) / 100, batch, signal);
  }
}

async function rest(ms: number, { beat }: Pick<Batch, "beat">, signal: AbortSignal): Promise<void> {
  for (let left = ms; left > 0; left -= BEAT_MS) {
    await beat();
    await wait(Math.min(left, BEAT_MS), undefined, { signal });
  }
}
