import type { CalculateInput } from "../schemas";
import { DEFAULTS, PATH_DEFAULTS } from "./defaults";

/** Up to here the joint paths take some milliseconds where they stand: 2,000 over 36 months, or as much work. */
const PATHS_IN_PLACE = 2000;
const PATH_MONTHS_IN_PLACE = PATHS_IN_PLACE * DEFAULTS.horizon_months;

/** Whether the joint paths of a calculation would hold up the event loop. Growing difficulty means more epochs a month. */
export function needsThread(input: CalculateInput): boolean {
  if (input.algorithm !== "advanced") return false;
  const paths = input.paths ?? PATH_DEFAULTS.paths;
  const growth = Math.max(0, input.difficulty_growth_pct_epoch ?? DEFAULTS.difficulty_growth_pct_epoch) / 100;
  const months = (input.horizon_months ?? DEFAULTS.horizon_months) * (1 + growth);
  return paths > PATHS_IN_PLACE || paths * months > PATH_MONTHS_IN_PLACE * 1.05;
}
