import { z } from "zod";
import { OBJECTIVE_NAMES, PERIOD_DAYS } from "@/lib/kernel/objectives";

const Time = z.iso.datetime();

export const ObjectiveState = z.enum(["kept", "burns_slowly", "burns_fast", "missed", "no_data"]).meta({
  description:
    "burns_fast: 5 minutes and an hour use up the budget 14.4 times too fast (or nearly all is bad); burns_slowly: 6 hours and 3 days at least as fast as it lasts; missed: the period's budget is gone; no_data: fewer than ten were measured",
});
export type ObjectiveState = z.output<typeof ObjectiveState>;

const Share = z.number().min(0).max(1).nullable();

export const ObjectiveItem = z.object({
  name: z.enum(OBJECTIVE_NAMES),
  target: z.number().meta({ description: "The share that has to be good" }),
  within_ms: z.int().nullable().meta({ description: "Good is what takes no longer; null: it is no duration" }),
  state: ObjectiveState,
  good_share: Share.meta({ description: "Over the period" }),
  total: z.int().min(0).meta({ description: "Measured over the period" }),
  budget_left: z.number().nullable().meta({ description: "1: all of it; below 0: the objective is missed" }),
  windows: z.array(
    z.object({
      window: z.enum(["5m", "1h", "6h", "3d"]),
      total: z.int().min(0),
      good_share: Share,
      burn_rate: z.number().min(0).nullable().meta({ description: "1 uses up the budget exactly in the period" }),
    }),
  ),
});
export type ObjectiveItem = z.output<typeof ObjectiveItem>;

export const SloHealth = z
  .object({
    checked_at: Time,
    period_days: z.int().meta({ example: PERIOD_DAYS }),
    objectives: z.array(ObjectiveItem),
  })
  .meta({ id: "SloHealth" });
export type SloHealth = z.output<typeof SloHealth>;

export const IntelligenceHealth = z
  .object({
    status: z.enum(["ok", "at_risk", "missed"]),
    checked_at: Time,
    kept: z.int().min(0),
    at_risk: z.array(z.enum(OBJECTIVE_NAMES)).meta({ description: "Whose budget is used up too fast" }),
    missed: z.array(z.enum(OBJECTIVE_NAMES)).meta({ description: "Whose budget is gone" }),
    no_data: z.array(z.enum(OBJECTIVE_NAMES)).meta({ description: "Of which too little was measured yet" }),
  })
  .meta({ id: "IntelligenceHealth" });
