import { OBJECTIVES, type ObjectiveName } from "@/lib/kernel/objectives";
import type { ObjectiveItem } from "../schemas";
import { budgetLeft, burnRate, type Measured } from "./burn-rate";
import { judgeObjective, type Measures, WINDOWS } from "./judge-objective";

const NOTHING: Measured = { total: 0, good: 0 };
const UNMEASURED: Measures = { "5m": NOTHING, "1h": NOTHING, "6h": NOTHING, "3d": NOTHING, "30d": NOTHING };

/** An objective as it is shown. */
export function toObjectiveItem(name: ObjectiveName, measures: Measures = UNMEASURED): ObjectiveItem {
  const objective = OBJECTIVES[name];
  const period = measures["30d"];
  return {
    name,
    target: objective.target,
    within_ms: objective.withinMs,
    state: judgeObjective(objective, measures),
    good_share: shareOf(period),
    total: period.total,
    budget_left: budgetLeft(objective, period),
    windows: WINDOWS.map((window) => ({
      window,
      total: measures[window].total,
      good_share: shareOf(measures[window]),
      burn_rate: burnRate(objective, measures[window]),
    })),
  };
}

const shareOf = ({ total, good }: Measured): number | null =>
  total === 0 ? null : Math.round((good / total) * 1e6) / 1e6;
