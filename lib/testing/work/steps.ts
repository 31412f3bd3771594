import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError, fieldRefusal } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { GivenUp, work } from "@/lib/kernel/work";
import { tx } from "@/lib/platform/db";
import { type LongWork, longWork } from "@/lib/transport/long-work";
import { query, sql } from "../sql";

const HOWS = ["well", "refused", "unavailable", "hopeless", "slowly"] as const;
const Input = z.strictObject({ how: z.enum(HOWS), steps: z.int().default(1) });
const terms = { wait: 1, longestWait: 1, lasts: 300, isShown: true, mayCancel: true };

/** One transaction. */
export const OneStep = work({ name: "test.step", input: Input, retries: 1, ...terms });
/** A transaction a step, each of which says how far it is. */
export const ManySteps = work({ name: "test.steps", input: Input, retries: 1, ...terms });

/** The table into which work of tests writes what it did; once, in the test file's own database. */
export async function makeSteps(): Promise<void> {
  await query(
    `create table test_steps (id bigserial primary key, work uuid, step int, attempt int, worker text, tenant text, person text)`,
  );
  await query("grant select, insert on test_steps to hashinsight_app");
  await query("grant usage on test_steps_id_seq to hashinsight_app");
}

export type Step = { step: number; attempt: number; worker: string; tenant: string; person: string };
export const stepsOf = (id: string): Promise<Step[]> =>
  sql<Step>`select step, attempt, worker, tenant, person from test_steps where work = ${id} order by id`;

export type Row = {
  refusal: unknown;
  state: string;
  attempt: number;
  failures: number;
  done: number | null;
  fault: string | null;
};
export const rowOf = async (id: string): Promise<Row & { message: string | null; result: unknown }> => {
  const [row] = await sql<Row & { message: string | null; result: unknown }>`
    select state, attempt, failures, done, fault, refusal, message, result from long_work where id = ${id}`;
  if (!row) throw new Error(`There is no work ${id}`);
  return row;
};

/** The two works as a worker of this name does them; `middle` is waited for within each step. */
export function testWorks(worker: string, middle: (step: number) => Promise<void> = async () => undefined): LongWork[] {
  async function step(ctx: QueryCtx, number: number): Promise<void> {
    await (await tx(ctx)).$executeRaw`
      insert into test_steps (work, step, attempt, worker, tenant, person)
      values (${ctx.work?.id}::uuid, ${number}, ${ctx.work?.attempt ?? 0}, ${worker},
        coalesce(current_setting('app.tenant_id', true), ''), coalesce(current_setting('app.user_id', true), ''))`;
    await middle(number);
  }
  const output = z.object({ steps: z.int() });
  const spec = { permission: "system", routine: "of a test", input: Input, output } as const;
  const one = command({
    name: OneStep.name,
    ...spec,
    async run(ctx, { how }) {
      await step(ctx, 1);
      if (how === "refused") throw fieldRefusal("validation", "rows.7", "quote", "Row 7 is wrong.");
      if (how === "hopeless") throw new GivenUp("Nobody lives there.");
      if (how === "unavailable") throw new AppError("unavailable", "Not now.");
      return { steps: 1 };
    },
  });
  const many = command({
    name: ManySteps.name,
    ...spec,
    async run(ctx, { how, steps }) {
      for (let number = 1; number <= steps; number++) {
        ctx.work?.signal.throwIfAborted();
        await inOwnUnit(ctx, ManySteps.name, (own) => step(own, number));
        ctx.work?.progress(number, steps, `row ${number}`);
        if (how === "slowly") await wait(100, undefined, { signal: ctx.work?.signal });
      }
      return { steps };
    },
  });
  return [
    longWork(OneStep, one, {
      atOnce: 2,
      tells: ({ how }) => ({ what: "list_computed", page: (locale) => `/${locale}/${how}` }),
    }),
    longWork(ManySteps, many, { atOnce: 2, repeatable: "a step that is there twice harms no test" }),
  ];
}
