import { z } from "zod";

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A time in ISO 8601 with its zone, or a day (midnight UTC), as milliseconds. */
export function isoTime(name: string) {
  const error = `${name} must be a time such as 2026-01-31T08:00:00Z.`;
  return z
    .string({ error })
    .refine((text) => ISO.test(text) && !Number.isNaN(Date.parse(text)), { error })
    .transform((text) => Date.parse(text))
    .meta({ format: "date-time" });
}
