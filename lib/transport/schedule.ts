import type { z } from "zod";
import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import type { UseCase } from "@/lib/kernel/use-case";
import { nextSlot } from "@/lib/platform/scheduler/job-clock";

/**
 * What becomes of slots that no worker was there to run: none of them is run (`skip`), the last one (`once`), or each in
 * its order, but no more than the last so many.
 */
export type Missed = "skip" | "once" | { catchUp: number };

/** Writes in a transaction that the run is done, and what it said; with another leader there it throws. */
export type Finish = (own: QueryCtx, summary: unknown) => Promise<void>;

type Named = {
  name: string;
  /** The shape of its summary; the administrators' page has words for each of its fields. */
  says: z.ZodType;
};

export type SlotJob = Named & {
  kind: "slots";
  /** Five or six fields, UTC. */
  cron: string;
  missed: Missed;
  run(ctx: Ctx, slot: Date, finish: Finish): Promise<void>;
};

/** Runs again a second after it began, while there is a leader. */
export type ContinuousJob = Named & { kind: "continuous"; repeatable: string; run(ctx: Ctx): Promise<unknown> };

export type Job = SlotJob | ContinuousJob;

type Terms = {
  missed: Missed;
  /**
   * Why it does no harm to run a slot again, for a use case with several transactions or an effect outside the database.
   * Without it the effect and the row that says that the slot is done are one transaction.
   */
  repeatable?: string;
};

/** The clock's door: a use case at the slots of a clock (UTC), each of which has its effect once. */
export function schedule<I extends z.ZodType, O extends z.ZodType>(
  cron: string,
  useCase: UseCase<I, O>,
  input: (slot: Date) => z.input<I>,
  { missed, repeatable }: Terms,
): SlotJob {
  const { name, output: says } = useCase;
  // A clock that is none shall be found now, not at its hour.
  nextSlot(cron, new Date(0));
  return {
    kind: "slots",
    name,
    says,
    cron,
    missed,
    async run(ctx, slot, finish) {
      if (repeatable === undefined)
        return inOwnUnit(ctx, name, async (own) => finish(own, await useCase.execute(own, input(slot))));
      const summary = await useCase.execute(ctx, input(slot));
      return inOwnUnit(ctx, name, (own) => finish(own, summary));
    },
  };
}

/** For what looks every second whether there is something to do; `repeatable` says why two at once do no harm. */
export function everySecond<I extends z.ZodType, O extends z.ZodType>(
  useCase: UseCase<I, O>,
  input: z.input<I>,
  { repeatable }: { repeatable: string },
): ContinuousJob {
  const { name, output: says } = useCase;
  return { kind: "continuous", name, says, repeatable, run: (ctx) => useCase.execute(ctx, input) };
}
