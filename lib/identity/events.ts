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
