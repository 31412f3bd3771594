import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { GivenUp } from "@/lib/kernel/work";
import { databaseFault } from "@/lib/platform/database-fault";
import { failpoint } from "@/lib/platform/failpoint";
import { log } from "@/lib/platform/log";
import { observeJob } from "@/lib/platform/metrics/observe-job";
import { traced } from "@/lib/platform/tracing/traced";
import { ask } from "@/lib/platform/unit-of-work";
import {
  type Attempt,
  type Begun,
  beginAttempt,
  doneStatement,
  endAttempt,
  type Place,
} from "@/lib/platform/work/attempts";
import type { Outcome } from "@/lib/platform/work/queue";
import { workCtx } from "../ctx";
import type { LongWork } from "../long-work";
import { tellEnd } from "./tell-end";
import { type Endings, type Watched, watchAttempt } from "./watch-attempt";

/** Another worker has the work by now: what this one did is not stored. */
class WorkLost extends Error {}

/** One try of a work that the queue has given out. Throws where not even its end could be written: it is tried again. */
export async function runWork(work: LongWork, place: Place, endings: Endings): Promise<Outcome> {
  const begun = await beginAttempt(place);
  if (!begun) return "done";
  const attempt = { ...place, attempt: begun.attempt };
  const isLastTry = begun.failures >= work.type.retries;
  const watched = watchAttempt(attempt, isLastTry, endings);
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  try {
    await traced(`work ${place.name}`, { work_id: place.id, attempt: begun.attempt }, () =>
      doWork(work, attempt, begun, watched),
    );
    observeJob(place.name, "ok", ms());
    log.info({ work: place.name, id: place.id, ms: ms() }, "long work done");
    return "done";
  } catch (error) {
    const fault = databaseFault(error);
    if (watched.why() === undefined) observeJob(place.name, "failed", ms());
    log.warn({ work: place.name, id: place.id, ms: ms(), err: fault, why: watched.why() }, "a try of long work ended");
    const outcome = await endOf(attempt, fault, watched.why(), isLastTry);
    if (outcome === "never") await tellFailure(work, attempt, begun);
    return outcome;
  } finally {
    await watched.stop();
  }
}

async function doWork(work: LongWork, attempt: Attempt, begun: Begun, watched: Watched): Promise<void> {
  const ctx = { ...workCtx(attempt, begun.userId), work: watched.hand };
  await work.run(ctx, begun.input, async (own, result) => {
    await failpoint("work.finishing");
    await tellEnd(own, work, begun, true);
    // What was noted is the company's of the use case's end; the row is written as the worker's.
    await own.unit.flush();
    await own.unit.rescope({ tenantId: attempt.tenantId, work: "worker" });
    const written = await ask(own, doneStatement(attempt, result));
    if (written.length === 0) throw new WorkLost("Another worker has this work by now.");
  });
}

/** The end is written by now, and stands whether or not its mail can be queued. */
async function tellFailure(work: LongWork, attempt: Attempt, begun: Begun): Promise<void> {
  const ctx = workCtx(attempt, begun.userId);
  await inOwnUnit(ctx, "work.tell", (own) => tellEnd(own, work, begun, false)).catch((error: unknown) =>
    log.warn({ err: error, id: attempt.id }, "nobody was told that long work failed"),
  );
}

/** Writes down how a try ended that came to nothing, and says what the queue does next. */
async function endOf(
  attempt: Attempt,
  fault: unknown,
  why: ReturnType<Watched["why"]>,
  isLastTry: boolean,
): Promise<Outcome> {
  if (fault instanceof WorkLost || why === "lost") return "done";
  if (why === "cancel") {
    await endAttempt(attempt, { state: "cancelled", fault: null, refusal: null, isFailure: false });
    return "done";
  }
  if (why === "stopping") {
    await endAttempt(attempt, { state: "waiting", fault: null, refusal: null, isFailure: false });
    return "again";
  }
  const isOver = isLastTry || isFinal(fault);
  const words = why === "held" ? "It took longer than it may." : wordsOf(fault);
  const refusal = why === "held" ? null : refusalOf(fault);
  await endAttempt(attempt, { state: isOver ? "failed" : "waiting", fault: words, refusal, isFailure: true });
  return isOver ? "never" : "again";
}

/** A refusal stays one, however often it is asked for; anything else may pass. */
const isFinal = (fault: unknown): boolean =>
  fault instanceof GivenUp || (fault instanceof AppError && fault.code !== "unavailable");

/** The same for readers in other languages: by its code, the fields and what else is needed to say it. */
const refusalOf = (fault: unknown): unknown =>
  fault instanceof AppError
    ? { code: fault.code, errors: fault.details.errors ?? [], members: fault.details.members ?? {} }
    : null;

/** What may be shown: the words of our own refusals. */
const wordsOf = (fault: unknown): string =>
  fault instanceof GivenUp || fault instanceof AppError ? fault.message : "Something went wrong on our side.";
