import { z } from "zod";

const Time = z.iso.datetime();

export const BySessionId = z.strictObject({ id: z.uuid({ error: "Name the session by its id." }) });

export const OwnSession = z
  .object({
    id: z.uuid(),
    device: z.string().meta({ description: "As its User-Agent tells", example: "Chrome on Windows" }),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    ip: z.string(),
    company: z.string().nullable().meta({ description: "Where it works" }),
    signed_in_with: z.array(z.string()).meta({ example: ["pwd", "otp"] }),
    created_at: Time,
    last_seen_at: Time.meta({ description: "To the minute" }),
    expires_at: Time,
    is_current: z.boolean().meta({ description: "The one that asks" }),
  })
  .meta({ id: "OwnSession" });
export type OwnSession = z.output<typeof OwnSession>;

export const OwnSessions = z.object({ items: z.array(OwnSession) });
export const Ended = z.object({ ended: z.int().min(0).meta({ description: "How many sessions ended" }) });
