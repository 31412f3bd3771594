import { z } from "zod";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command, NoInput } from "@/lib/kernel/use-case";
import { SWEEPS } from "../data/sweep";

/** Rows a transaction: none lasts long, and none holds others up. */
const BATCH = 2_000;
/** Batches a run: what is left waits for the next one. */
const ROUNDS = 25;

/** Sweeps away what is long over, a table at a time; says how many rows of each went. */
export const sweep = command({
  name: "identity.sweep",
  permission: "system",
  routine: "takes away only what no longer counts",
  input: NoInput,
  output: z.object(Object.fromEntries(Object.keys(SWEEPS).map((table) => [table, z.int()]))),
  async run(ctx) {
    const swept: Record<string, number> = {};
    for (const [table, take] of Object.entries(SWEEPS)) {
      let gone = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const count = await inOwnUnit(ctx, "identity.sweep", (own) => take(own, ctx.now(), BATCH));
        gone += count;
        if (count < BATCH) break;
      }
      swept[table] = gone;
    }
    return swept;
  },
});
