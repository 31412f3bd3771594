import { z } from "zod";
import { KEY_SCOPES } from "../../policy";
import { isListEntry } from "../ip-list";
import { MAX_OVERLAP_HOURS } from "./key-terms";

const Time = z.iso.datetime();

const KeyId = z.string().regex(/^[0-9A-Za-z]{8}$/, "Name the key by the eight characters after mk_live_.");
export const ByKeyId = z.strictObject({ id: KeyId });

const KeyName = z
  .string({ error: "Write what the key is for." })
  .trim()
  .min(1, "Write what the key is for.")
  .max(80, "At most 80 characters.")
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, "Write it in one line, without control characters.")
  .meta({ description: "What the key is for", example: "Site controller, Ordos" });

const Scopes = z
  .array(z.enum(KEY_SCOPES, { error: "There is no such scope for a key." }))
  .min(1, "Choose at least one scope.")
  .max(KEY_SCOPES.length, "These are more scopes than there are.")
  .transform((scopes) => [...new Set(scopes)])
  .meta({ description: "What it may do; a write scope reads, too", example: ["machines:read", "hosting:write"] });

const AllowList = z
  .array(
    z
      .string()
      .trim()
      .refine(isListEntry, "Write an address or a range, such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48."),
  )
  .max(50, "At most 50 addresses and ranges.")
  .transform((list) => [...new Set(list)])
  .meta({ description: "Where it may be used from; empty: from anywhere", example: ["203.0.113.0/24"] });

const KeyEnd = z.iso
  .datetime({ offset: true, error: "Write a time such as 2027-01-31T23:59:59Z." })
  .transform((text) => new Date(text))
  .optional();

export const CreateKey = z.strictObject({
  name: KeyName,
  scopes: Scopes,
  allow_list: AllowList.default([]),
  expires_at: KeyEnd.meta({ description: "In a year, unless said; at most in two", example: "2027-01-31T23:59:59Z" }),
});

export const ChangeKey = z
  .strictObject({
    id: KeyId,
    name: KeyName.optional(),
    scopes: Scopes.optional(),
    allow_list: AllowList.optional(),
  })
  .refine(({ name, scopes, allow_list }) => name !== undefined || scopes !== undefined || allow_list !== undefined, {
    error: "Say what to change: name, scopes or allow_list.",
  });

const hours = `A whole number of hours from 0 to ${MAX_OVERLAP_HOURS}.`;
export const RotateKey = z.strictObject({
  id: KeyId,
  overlap_hours: z
    .int({ error: hours })
    .min(0, hours)
    .max(MAX_OVERLAP_HOURS, hours)
    .default(24)
    .meta({ description: "How long the old key still works beside the new one" }),
  expires_at: KeyEnd.meta({
    description: "The new key's end; unless said, exactly the old one's. At most in two years",
    example: "2027-01-31T23:59:59Z",
  }),
});

export const KEY_STATUSES = ["live", "ending", "suspended", "expired", "revoked"] as const;

export const KeyItem = z
  .object({
    id: z.string(),
    prefix: z.string().meta({ description: "The open part; the rest is shown once", example: "mk_live_4fT9aQ2k_…" }),
    name: z.string(),
    scopes: z.array(z.string()),
    allow_list: z.array(z.string()),
    status: z.enum(KEY_STATUSES).meta({
      description: "ending: another has taken its place; suspended: who made it has no access to the company now",
    }),
    created_at: Time,
    created_by: z.object({ user_id: z.uuid(), name: z.string(), email: z.string() }),
    expires_at: Time.nullable(),
    last_used_at: Time.nullable(),
    revoked_at: Time.nullable(),
    replaced_by: z.string().nullable(),
    calls_30_days: z.int().min(0),
  })
  .meta({ id: "ApiKey" });
export type KeyItem = z.output<typeof KeyItem>;

export const KeyList = z.object({ items: z.array(KeyItem) });
export const NewKey = KeyItem.extend({
  key: z.string().meta({ description: "The whole key. It is shown this once and never again" }),
}).meta({ id: "NewApiKey" });

export const ReadUsage = z.strictObject({
  days: z.coerce
    .number({ error: "A whole number from 1 to 90." })
    .int("A whole number from 1 to 90.")
    .min(1, "At least 1.")
    .max(90, "At most 90.")
    .default(30)
    .meta({ description: "Days in UTC up to today" }),
});

const calls = z.int().min(0);
export const UsageReport = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    calls,
    days: z.array(z.object({ date: z.iso.date(), calls })),
    keys: z.array(
      z.object({
        key_id: z.string().nullable().meta({ description: "null: a person's own access token" }),
        name: z.string().meta({ description: "The key's name, or the person's" }),
        user_id: z.uuid(),
        calls,
      }),
    ),
    endpoints: z.array(z.object({ endpoint: z.string(), calls })),
  })
  .meta({ id: "ApiUsage" });
export type UsageReport = z.output<typeof UsageReport>;
