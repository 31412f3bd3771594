import { z } from "zod";
import { command, NoInput } from "@/lib/kernel/use-case";
import { thinHistory } from "../data/record-market";

/** Keeps network history and analytics at ten points a UTC day, all of history over. */
export const thinSnapshots = command({
  name: "market.snapshots.thin",
  permission: "system",
  input: NoInput,
  output: z.object({ snapshots: z.int(), analytics: z.int() }),
  async run(ctx) {
    const dropped = await thinHistory(ctx);
    ctx.audit({ entity: "network_snapshots", id: "thin", after: dropped });
    return dropped;
  },
});
