import type { z } from "zod";
import type { ToldWork } from "@/lib/identity/index";
import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import type { UseCase } from "@/lib/kernel/use-case";
import type { WorkType } from "@/lib/kernel/work";

/** Writes in a transaction that the work is done, and what it gave; throws where another worker has it by now. */
export type FinishWork = (own: QueryCtx, result: unknown) => Promise<void>;

/** Work of one name, as a worker does it. */
export type LongWork = {
  type: WorkType;
  atOnce: number;
  /** What its mail says and where that leads, for work that people wait for; nothing where no mail tells its end. */
  tells: ((input: unknown) => ToldWork) | undefined;
  run(ctx: Ctx, input: unknown, finish: FinishWork): Promise<void>;
};

type Terms<I extends z.ZodType> = {
  /** How many of them a process does at the same time. */
  atOnce: number;
  /**
   * Why it does no harm to do a part again, for a use case with several transactions or an effect outside the database.
   * Without it the effect and the row that says that the work is done are one transaction.
   */
  repeatable?: string;
  /** Whoever asked is mailed when it is over, should that take longer than one waits (`MAIL_AFTER_MS`). */
  tells?: (input: z.output<I>) => ToldWork;
};

/**
 * The long work's door: a use case that was asked for with `unit.enqueue`. It runs as the system, in the company of who
 * asked; `ctx.work` says whether to go on and takes how far it is.
 */
export function longWork<I extends z.ZodType>(
  type: WorkType<I>,
  useCase: UseCase<I>,
  { atOnce, repeatable, tells }: Terms<I>,
): LongWork {
  const { name } = type;
  if (useCase.name !== name) throw new Error(`${useCase.name} is not ${name}: work has the name of its use case`);
  return {
    type,
    atOnce,
    tells: tells && ((input) => tells(type.input.parse(input))),
    async run(ctx, input, finish) {
      if (repeatable === undefined)
        return inOwnUnit(ctx, name, async (own) => finish(own, await useCase.execute(own, input)));
      const result = await useCase.execute(ctx, input);
      return inOwnUnit(ctx, name, (own) => finish(own, result));
    },
  };
}
