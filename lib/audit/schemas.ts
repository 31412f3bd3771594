import { z } from "zod";
import { FAULT_REASONS } from "./core/chain-fault";

/** A filter's text; an empty field of a form is no filter. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `At most ${max} characters.` })
    .refine((value) => !value.includes("\0"), { error: "A character that no text has." })
    .transform((value) => value || undefined);

const empty = z.literal("").transform(() => undefined);
const DAY_OR_TIME = { error: "Write a day (2027-01-31) or a time (2027-01-31T12:00:00Z)." };
const isOfOurTime = (value: string | undefined) =>
  value === undefined || (Date.parse(value) >= 0 && Date.parse(value) < Date.UTC(2200, 0));
const Day = z
  .union([z.iso.date(), z.iso.datetime({ offset: true }), empty], DAY_OR_TIME)
  .refine(isOfOurTime, DAY_OR_TIME)
  .meta({ example: "2027-01-31" });

const Id = z.string().regex(/^\d{1,18}$/, "Not the number of an entry.");

const filters = {
  search: text(100).optional().meta({ description: "Part of an id, a use case, or of what was changed" }),
  actor: text(200)
    .optional()
    .meta({ description: "An id, part of a name or address, or a kind: person, program, system, anonymous" }),
  entity: text(100).optional().meta({ description: "The kind of thing that was changed", example: "member" }),
  entity_id: text(200).optional().meta({ description: "The id of the thing that was changed" }),
  use_case: text(100)
    .optional()
    .meta({ description: "A use case, or the beginning of its name", example: "identity.member" }),
  from: Day.optional().meta({ description: "The first day or moment, UTC" }),
  to: Day.optional().meta({ description: "The last day, whole, or the moment before which, UTC" }),
};

export const AuditFilter = z.strictObject(filters);
export type AuditFilter = z.output<typeof AuditFilter>;

const COUNT = "A whole number from 1 to 200.";
export const ListAudit = z.strictObject({
  ...filters,
  limit: z.coerce
    .number({ error: COUNT })
    .int({ error: COUNT })
    .min(1, { error: "At least 1." })
    .max(200, { error: "At most 200." })
    .default(50),
  cursor: Id.or(empty).optional().meta({ description: "next_cursor of the page before" }),
});

export const AuditActor = z.object({
  kind: z.string().meta({ description: "person, program, system or anonymous", example: "person" }),
  id: z.string().meta({ description: "Of the person, of the program's key, or the name of the job" }),
  email: z
    .string()
    .nullable()
    .meta({ description: "The person's, or of who made the key; null where it isn't known here" }),
  name: z.string().nullable().meta({ description: "The person's, or the key's" }),
});
export type AuditActor = z.output<typeof AuditActor>;

export const AuditItem = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: AuditActor,
    use_case: z.string(),
    entity: z.string(),
    entity_id: z.string(),
    request_id: z.string(),
    seq: z
      .int()
      .nullable()
      .meta({ description: "The number in the chain; null: not sealed yet, which takes a second" }),
    hash: z.string().nullable().meta({ description: "SHA-256 over the hash before and this entry, hex" }),
  })
  .meta({ id: "AuditEntry" });
export type AuditItem = z.output<typeof AuditItem>;

export const AuditPage = z.object({ items: z.array(AuditItem), next_cursor: z.string().nullable() });
export type AuditPage = z.output<typeof AuditPage>;

export const AuditEntryId = z.strictObject({ id: Id });

const Json = z.unknown().meta({ description: "JSON; a number that no double holds is a string of its digits" });
export const AuditChange = z.object({
  kind: z.enum(["added", "removed", "changed"]),
  path: z.string().meta({ description: "JSON Pointer (RFC 6901); empty for the whole", example: "/role" }),
  before: Json.optional(),
  after: Json.optional(),
});
export type AuditChange = z.output<typeof AuditChange>;

export const AuditDetail = AuditItem.extend({
  prev_hash: z.string().nullable(),
  before: Json,
  after: Json,
  changes: z.array(AuditChange),
}).meta({ id: "AuditEntryDetail" });
export type AuditDetail = z.output<typeof AuditDetail>;

export const AuditVerdict = z
  .object({
    ok: z.boolean(),
    chain: z.string().meta({ description: "The company's id, or platform" }),
    entries: z.int().meta({ description: "Links looked at" }),
    waiting: z.int().meta({ description: "Entries not sealed yet" }),
    first_bad: z
      .object({ seq: z.int(), reason: z.enum(FAULT_REASONS), entry_id: z.string().nullable() })
      .nullable()
      .meta({ description: "The first number at which the chain is not what was sealed, and why" }),
    last_checkpoint: z
      .object({
        seq: z.int(),
        hash: z.string(),
        day: z.iso.date(),
        signed_at: z.iso.datetime(),
        signature: z.string(),
        places: z.array(z.enum(["database", "files"])).meta({ description: "Where it was found" }),
      })
      .nullable(),
    public_key: z
      .string()
      .meta({ description: "Ed25519, 32 bytes as base64url: what checkpoints and exports are signed with" }),
    checked_at: z.iso.datetime(),
  })
  .meta({ id: "AuditVerdict" });
export type AuditVerdict = z.output<typeof AuditVerdict>;

export const ExportAudit = z.strictObject({
  ...filters,
  format: z.enum(["csv", "jsonl"], { error: "Choose csv or jsonl." }).default("csv"),
});

/** What the log holds, to choose a filter from. */
export const AuditFacets = z.object({ entities: z.array(z.string()) });
export type AuditFacets = z.output<typeof AuditFacets>;
