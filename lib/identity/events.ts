import { z } from "zod";
import { event } from "@/lib/kernel/event";

/** Somebody was let into a company, or their name, role or access there is another now. The payload is the new state. */
export const MemberChanged = event({
  kind: "identity.member.changed.v1",
  schemaVersion: 1,
  topic: "events.crm",
  payload: z.strictObject({
    email: z.string(),
    name: z.string(),
    role: z.string(),
    has_access: z.boolean(),
    expires_at: z.iso.datetime().nullable(),
  }),
});

/** What is known of a company after the write; the plan decides its limits. */
const CompanyFacts = z.strictObject({
  name: z.string(),
  plan: z.string(),
  is_demo: z.boolean(),
  closed_at: z.iso.datetime().nullable(),
});

export const CompanyFounded = event({
  kind: "identity.company.founded.v1",
  schemaVersion: 1,
  topic: "events.crm",
  payload: CompanyFacts,
});

/** Another name or plan. */
export const CompanyChanged = event({
  kind: "identity.company.changed.v1",
  schemaVersion: 1,
  topic: "events.crm",
  payload: CompanyFacts,
});

/** Nobody comes in any more; nothing is deleted. */
export const CompanyClosed = event({
  kind: "identity.company.closed.v1",
  schemaVersion: 1,
  topic: "events.crm",
  payload: CompanyFacts,
});

export const CompanyReopened = event({
  kind: "identity.company.reopened.v1",
  schemaVersion: 1,
  topic: "events.crm",
  payload: CompanyFacts,
});
