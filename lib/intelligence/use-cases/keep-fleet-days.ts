import { z } from "zod";
import { command } from "@/lib/kernel/use-case";
import { fleetDaysOf } from "../core/fleet-days-of";
import { putFleetDays } from "../data/fleet-days";

const Totals = z.object({
  machines: z.int(),
  hashrate_th: z.number(),
  power_w: z.number(),
  daily_revenue: z.number(),
  daily_cost: z.number(),
  daily_profit: z.number(),
});

/** Keeps what a person's machines were at the end of each day, and how often they changed. */
export const keepFleetDays = command({
  name: "intelligence.fleet-days.keep",
  permission: "system",
  routine: "A history of what the portfolio told; who changed the machines is in the log.",
  input: z.strictObject({
    user_id: z.uuid(),
    events: z.array(z.strictObject({ occurred_at: z.iso.datetime(), version: z.int(), totals: Totals.nullable() })),
  }),
  output: z.object({ days: z.int() }),
  async run(ctx, { user_id: userId, events }) {
    if (ctx.tenantId === null) throw new Error("a fleet is in a company");
    const days = fleetDaysOf(events);
    await putFleetDays(ctx, { tenantId: ctx.tenantId, userId, now: ctx.now() }, days);
    return { days: days.length };
  },
});
