import { query } from "@/lib/kernel/use-case";
import { intelligenceContract } from "../contract";
import type { ObjectiveState } from "../schemas";
import { getSloHealth } from "./get-slo-health";

/** Whether the objectives are kept, in one word and by name. */
export const getHealth = query({
  ...intelligenceContract.health,
  name: "intelligence.health",
  async run(ctx) {
    const { checked_at, objectives } = await getSloHealth.execute(ctx, {});
    const named = (...states: ObjectiveState[]) =>
      objectives.filter(({ state }) => states.includes(state)).map(({ name }) => name);
    const at_risk = named("burns_fast", "burns_slowly");
    const missed = named("missed");
    const status =
      missed.length > 0 ? ("missed" as const) : at_risk.length > 0 ? ("at_risk" as const) : ("ok" as const);
    return { status, checked_at, kept: named("kept").length, at_risk, missed, no_data: named("no_data") };
  },
});
