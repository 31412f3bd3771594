import { z } from "zod";

const Time = z.iso.datetime();

export const WORK_STATES = ["queued", "running", "waiting", "done", "failed", "cancelled"] as const;
export const WorkState = z
  .enum(WORK_STATES)
  .meta({ description: "waiting: for its next try, after a fault or because its worker ended" });
export type WorkState = z.output<typeof WorkState>;

/** What a refusal of the work's use case said, for programs and for readers in other languages. */
export const WorkRefusal = z.object({
  code: z.string().meta({ example: "plan_limit" }),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  members: z
    .object({ plan: z.string(), limit: z.number(), in_use: z.number(), asked: z.number() })
    .partial()
    .meta({ description: "With plan_limit: which plan, and how many machines" }),
});
export type WorkRefusal = z.output<typeof WorkRefusal>;

/** Of what people ask for themselves; its result stands where they asked for it. */
export const WorkItem = z
  .object({
    id: z.uuid(),
    kind: z.string().meta({ example: "machines.import.commit" }),
    state: WorkState,
    percent: z.int().min(0).max(100).nullable().meta({ description: "null: not said yet" }),
    done: z.int().min(0).nullable(),
    total: z.int().min(0).nullable(),
    message: z.string().nullable().meta({ description: "What it was at last" }),
    attempt: z.int().min(0),
    fault: z.string().nullable().meta({ description: "Why it failed, or is tried again" }),
    refusal: WorkRefusal.nullable().meta({ description: "The same as codes; null: it was none of ours" }),
    can_cancel: z.boolean(),
    created_at: Time,
    started_at: Time.nullable(),
    finished_at: Time.nullable(),
  })
  .meta({ id: "WorkItem" });
export type WorkItem = z.output<typeof WorkItem>;

export const ListWork = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid().optional().meta({ description: "`next` of the page before" }),
});
export const WorkPage = z.object({ items: z.array(WorkItem), next: z.uuid().nullable() });
export const WorkById = z.strictObject({ id: z.uuid({ error: "Name the work by its id." }) });

/** How one fares, for the platform's administrators: whose it is and what it says is not told. */
export const WatchedWork = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: WorkState,
  percent: z.int().min(0).max(100).nullable(),
  attempt: z.int().min(0),
  failures: z.int().min(0),
  can_cancel: z.boolean().meta({ description: "The machine asked itself for it, and it goes on" }),
  created_at: Time,
  touched_at: Time.nullable().meta({ description: "When its worker last gave a sign" }),
  finished_at: Time.nullable(),
});
export type WatchedWork = z.output<typeof WatchedWork>;

export const WorkWatch = z
  .object({
    queued: z.int().min(0),
    running: z.int().min(0),
    waiting: z.int().min(0),
    failed_7d: z.int().min(0),
    items: z.array(WatchedWork).meta({ description: "What isn't over, the oldest first, then the last that failed" }),
  })
  .meta({ id: "WorkWatch" });
export type WorkWatch = z.output<typeof WorkWatch>;
