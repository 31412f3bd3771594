import { z } from "zod";
import type { QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { tx } from "@/lib/platform/db";
import { LEADER_LOCK, type Lead } from "@/lib/platform/scheduler/leader";
import { type Missed, type SlotJob, schedule } from "@/lib/transport/schedule";
import { query, sql } from "./sql";

export type Effect = { slot: Date; at: Date; worker: string };

/** The table into which the jobs of a test write what they did; once, in the test file's own database. */
export async function makeEffects(): Promise<void> {
  await query(
    `create table effects (id bigserial primary key, job text, slot timestamptz(3), at timestamptz(3), worker text)`,
  );
  await query("grant select, insert on effects to hashinsight_app");
  await query("grant usage on effects_id_seq to hashinsight_app");
}

export const effectsOf = (job: string): Promise<Effect[]> =>
  sql<Effect>`select slot, at, worker from effects where job = ${job} order by id`;

type Options = {
  cron?: string;
  missed?: Missed;
  worker?: string;
  /** After the effect is written and before it is committed. */
  middle?: (slot: Date) => Promise<void> | void;
};

/** A job whose run is one row in `effects`. */
export function effectJob(
  name: string,
  { cron = "* * * * * *", missed = "skip", worker = "", middle }: Options = {},
): SlotJob {
  const write = command({
    name,
    permission: "system",
    routine: "of a test",
    input: z.strictObject({ slot: z.date() }),
    output: z.object({ wrote: z.string() }),
    async run(ctx, { slot }) {
      await writeEffect(ctx, { job: name, slot, worker });
      await middle?.(slot);
      return { wrote: worker };
    },
  });
  return schedule(cron, write, (slot) => ({ slot }), { missed });
}

/** A job whose run is two rows in `effects`, each in a transaction of its own. */
export function stepsJob(
  name: string,
  { worker = "", between }: { worker?: string; between?: () => Promise<void> },
): SlotJob {
  const steps = command({
    name,
    permission: "system",
    routine: "of a test",
    input: z.strictObject({ slot: z.date() }),
    output: z.object({ steps: z.int() }),
    async run(ctx, { slot }) {
      const step = () => inOwnUnit(ctx, name, (own) => writeEffect(own, { job: name, slot, worker }));
      await step();
      await between?.();
      await step();
      return { steps: 2 };
    },
  });
  return schedule("12 * * * *", steps, (slot) => ({ slot }), { missed: "skip", repeatable: "in a test" });
}

async function writeEffect(ctx: QueryCtx, { job, slot, worker }: { job: string; slot: Date; worker: string }) {
  await (await tx(ctx)).$executeRaw`
    insert into effects (job, slot, at, worker) values (${job}, ${slot}, ${ctx.now()}, ${worker})`;
}

/** A leadership as if it had just been won: all earlier ones are over, but don't know it. */
export async function newLead(): Promise<Lead & { end(): void }> {
  const over = new AbortController();
  const [row] = await sql<{ epoch: string }>`
    insert into scheduler_leader_lock as held (name, epoch, holder, since) values (${LEADER_LOCK}, 1, 'test', now())
    on conflict (name) do update set epoch = held.epoch + 1 returning epoch`;
  return { epoch: BigInt(row?.epoch ?? 0), over: over.signal, end: () => over.abort() };
}

export type Run = {
  scheduled_for: Date;
  kind: string;
  state: string;
  attempt: number;
  summary: unknown;
  fault_kind: string | null;
  fault: string | null;
  requested_by: string | null;
  started_at: Date | null;
  finished_at: Date | null;
};

export const runsOf = (job: string): Promise<Run[]> =>
  sql<Run>`select * from job_runs where job = ${job} order by scheduled_for`;
