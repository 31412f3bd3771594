import { z } from "zod";

const Time = z.iso.datetime();
const YEAR_H = 8_760;

const Hours = z.coerce
  .number({ error: `A whole number of hours from 1 to ${YEAR_H}.` })
  .int({ error: `A whole number of hours from 1 to ${YEAR_H}.` })
  .min(1, { error: "At least 1." })
  .max(YEAR_H, { error: `At most ${YEAR_H}.` });
const Name = z
  .string()
  .trim()
  .min(1, { error: "Name it, or leave it out." })
  .max(200, { error: "At most 200 characters." });

/** Which dead events are meant; nothing given means all that were not replayed. */
export const DeadFilter = {
  group: Name.optional().meta({ description: "Of this group of consumers" }),
  aggregate_key: Name.optional().meta({ description: "Of this aggregate" }),
  hours: Hours.optional().meta({ description: "Failed within so many hours" }),
};

const Paging = {
  limit: z.coerce
    .number({ error: "A whole number from 1 to 100." })
    .int({ error: "A whole number from 1 to 100." })
    .min(1, { error: "At least 1." })
    .max(100, { error: "At most 100." })
    .default(50),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, { error: "Take it from next_cursor." })
    .optional()
    .meta({ description: "next_cursor of the page before" }),
};

export const DeadStat = z.object({
  group: z.string(),
  topic: z.string(),
  failed: z.int().min(0),
  blocked: z.int().min(0).meta({ description: "Waiting behind one that failed" }),
  aggregates: z.int().min(0),
  oldest_at: Time,
});
export type DeadStat = z.output<typeof DeadStat>;

export const DeadItem = z.object({
  event_id: z.uuid(),
  group: z.string(),
  topic: z.string(),
  kind: z.string(),
  tenant_id: z.uuid().nullable(),
  aggregate_key: z.string(),
  aggregate_version: z.int().min(1),
  reason: z.enum(["failed", "blocked"]),
  error_kind: z.string().nullable(),
  error_message: z.string().nullable(),
  retry_count: z.int().min(0).meta({ description: "How often it was tried" }),
  failed_at: Time,
});
export type DeadItem = z.output<typeof DeadItem>;

export const ListDead = z.strictObject({ ...DeadFilter, ...Paging });
export const DeadPage = z
  .object({
    stats: z.array(DeadStat).meta({ description: "All that is dead, whatever the filter" }),
    items: z.array(DeadItem),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: "DeadEvents" });

export const OneDead = z.strictObject({ event_id: z.uuid({ error: "Name it by its id." }) });
export const DeadDetail = z
  .object({
    event_id: z.uuid(),
    event: z.json().meta({ description: "What was published, envelope included" }),
    groups: z
      .array(
        DeadItem.extend({
          replayed_at: Time.nullable(),
          replayed_by: z.string().nullable(),
          replay_reason: z.string().nullable(),
        }),
      )
      .meta({ description: "In every group that could not take it" }),
  })
  .meta({ id: "DeadEvent" });
export type DeadDetail = z.output<typeof DeadDetail>;

const Reason = z
  .string({ error: "Say why: it stands in the record." })
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
      .replace(/\p{Cf}/gu, "")
      .trim(),
  )
  .pipe(z.string().max(500, { error: "At most 500 characters." }));

export const AskReplay = z
  .strictObject({
    ...DeadFilter,
    most: z.coerce
      .number({ error: "A whole number above 0." })
      .int({ error: "A whole number above 0." })
      .min(1, { error: "At least 1." })
      .max(1_000_000, { error: "At most 1,000,000." })
      .optional()
      .meta({ description: "Events at most" }),
    reason: Reason.optional().meta({ description: "Why, for the record; needed but for a dry run" }),
    dry_run: z.boolean().default(false).meta({ description: "Only say what would be replayed" }),
  })
  .refine(({ dry_run, reason }) => dry_run || Boolean(reason), {
    path: ["reason"],
    error: "Say why: it stands in the record.",
    params: { code: "replay_reason" },
  });

export const ReplayAnswer = z
  .object({
    id: z.string().nullable().meta({ description: "Of the replay, whose outcome is in the list; null for a dry run" }),
    dry_run: z.boolean(),
    events: z.int().min(0),
    aggregates: z.int().min(0),
  })
  .meta({ id: "Replay" });
export type ReplayAnswer = z.output<typeof ReplayAnswer>;

export const ReplayItem = z.object({
  id: z.string(),
  requested_at: Time,
  requested_by: z.string(),
  reason: z.string(),
  group: z.string().nullable(),
  aggregate_key: z.string().nullable(),
  hours: z.int().nullable(),
  most: z.int().nullable(),
  planned: z.int().nullable().meta({ description: "Events that it meant when it was asked for" }),
  state: z.enum(["waiting", "done", "incomplete"]).meta({
    description: "incomplete: some failed again, or it was broken off",
  }),
  replayed: z.int().min(0).meta({ description: "So far, while it goes on" }),
  failed: z.int().min(0).meta({ description: "Failed again, each with its aggregate" }),
  fault: z.string().nullable().meta({ description: "Why it was broken off" }),
  finished_at: Time.nullable(),
});
export type ReplayItem = z.output<typeof ReplayItem>;

export const ListReplays = z.strictObject(Paging);
export const ReplayPage = z
  .object({ items: z.array(ReplayItem), next_cursor: z.string().nullable() })
  .meta({ id: "Replays" });
