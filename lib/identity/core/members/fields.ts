import { z } from "zod";

export const Id = z.uuid({ error: "Name it by its id." });
export const ById = z.strictObject({ id: Id });

/** A point in time that comes in: any offset, kept as UTC. */
export const Moment = z.iso
  .datetime({ offset: true, error: "Write a time such as 2027-01-31T23:59:59Z." })
  .transform((text) => new Date(text))
  .meta({ example: "2027-01-31T23:59:59Z" });
export const AccessEnd = Moment.nullable().meta({ description: "The end of the access; null: it doesn't end" });

export const DayOrMoment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "Write a day (2027-01-31) or a time (2027-01-31T12:00:00Z).",
  })
  .meta({ example: "2027-01-31" });

export const Search = z
  .string()
  .trim()
  .max(100, { error: "At most 100 characters." })
  .transform((text) => text || undefined);

export const Paging = {
  limit: z.coerce
    .number({ error: "A whole number from 1 to 100." })
    .int({ error: "A whole number from 1 to 100." })
    .min(1, { error: "At least 1." })
    .max(100, { error: "At most 100." })
    .default(50),
  cursor: Id.optional().meta({ description: "next_cursor of the page before" }),
};
export const NextPage = { next_cursor: z.string().nullable(), total: z.int().min(0) };

/** A point in time that goes out. */
export const Time = z.iso.datetime();
