import type { WorkInHand } from "@/lib/kernel/work";
import { log } from "@/lib/platform/log";
import { type Attempt, type Progress, touchAttempt } from "@/lib/platform/work/attempts";

/** How often a try gives a sign, says how far it is, and hears whether somebody cancelled it. */
const SIGN_MS = 1_000;

export type Watched = {
  hand: WorkInHand;
  /** Why the use case was told to end; nothing while it may go on. */
  why(): "cancel" | "lost" | "held" | "stopping" | undefined;
  stop(): Promise<void>;
};

/** `held` ends when the queue takes the work away, `stopping` when the worker has to stop. */
export type Endings = { held: AbortSignal; stopping: AbortSignal };

/** Watches over a try while its use case runs. */
export function watchAttempt(attempt: Attempt, isLastTry: boolean, endings: Endings): Watched {
  const abort = new AbortController();
  let why: ReturnType<Watched["why"]>;
  let progress: Progress | null = null;
  let looking: Promise<void> = Promise.resolve();
  const end = (reason: NonNullable<typeof why>) => {
    why ??= reason;
    abort.abort(new Error(`The work is told to end: ${reason}.`));
  };
  const look = async () => {
    const said = progress;
    progress = null;
    try {
      const sign = await touchAttempt(attempt, said);
      if (sign !== "goes_on") end(sign);
    } catch (error) {
      // The next sign says it too; the queue itself finds out whose worker is silent.
      progress ??= said;
      log.debug({ err: error, id: attempt.id }, "a work gave no sign");
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, SIGN_MS);
  const deaf = [on(endings.held, () => end("held")), on(endings.stopping, () => end("stopping"))];
  return {
    hand: {
      ...{ id: attempt.id, attempt: attempt.attempt, isLastTry, signal: abort.signal },
      progress(done, total, message) {
        progress = { done: Math.min(done, total), total, message: message ?? null };
      },
    },
    why: () => why,
    async stop() {
      clearInterval(timer);
      for (const off of deaf) off();
      await looking;
    },
  };
}

/** Calls when the signal is aborted, or has been; gives how to stop listening. */
function on(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener();
  signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}
