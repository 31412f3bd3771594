import { OBJECTIVE_NAMES, PERIOD_DAYS } from "@/lib/kernel/objectives";
import { query } from "@/lib/kernel/use-case";
import { intelligenceContract } from "../contract";
import { toObjectiveItem } from "../core/to-objective-item";
import { readMeasures } from "../data/measures";

/** How the product keeps its objectives, of all companies together. */
export const getSloHealth = query({
  ...intelligenceContract.slo,
  name: "intelligence.slo",
  async run(ctx) {
    const now = ctx.now();
    const measures = await readMeasures(ctx, now);
    return {
      checked_at: now.toISOString(),
      period_days: PERIOD_DAYS,
      objectives: OBJECTIVE_NAMES.map((name) => toObjectiveItem(name, measures.get(name))),
    };
  },
});
