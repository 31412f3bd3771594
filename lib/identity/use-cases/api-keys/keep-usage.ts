import { z } from "zod";
import { command } from "@/lib/kernel/use-case";
import { addUsage } from "../../data/api-usage";

const Row = z.strictObject({
  userId: z.uuid(),
  keyId: z.string(),
  endpoint: z.string(),
  date: z.iso.date(),
  calls: z.int().min(1),
});

/** Adds what a web process has counted to a company's calls a day. */
export const keepUsage = command({
  name: "identity.usage.keep",
  permission: "system",
  routine: "counts calls, and is itself no change of anything",
  input: z.strictObject({ tenantId: z.uuid(), rows: z.array(Row) }),
  output: z.object({ rows: z.int() }),
  async run(ctx, { tenantId, rows }) {
    await ctx.unit.rescope({ tenantId });
    const name = ({ date, userId, keyId, endpoint }: (typeof rows)[number]) =>
      [date, userId, keyId, endpoint].join(" ");
    const sorted = rows.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
    await addUsage(ctx, tenantId, sorted);
    return { rows: rows.length };
  },
});
