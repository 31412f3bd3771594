import { DAYS_PER_MONTH } from "../units";

const NOMINAL_EPOCH_DAYS = 14;

/** Growth of difficulty a month for a label, at a nominal 14-day epoch: `(1 + g)^(30.4375 / 14) − 1`, in percent. 2 → 4.40. */
export const monthlyGrowthPct = (growthPctEpoch: number): number =>
  ((1 + growthPctEpoch / 100) ** (DAYS_PER_MONTH / NOMINAL_EPOCH_DAYS) - 1) * 100;

/** The same as a projection has it, where a growing epoch lasts `14 / (1 + g)` days. 2 → 4.49. */
export const projectedMonthlyGrowthPct = (growthPctEpoch: number): number => {
  const growth = 1 + growthPctEpoch / 100;
  return (growth ** ((DAYS_PER_MONTH * growth) / NOMINAL_EPOCH_DAYS) - 1) * 100;
};
