/** The totals themselves, as they are answered. */
export const RECALCULATED = "calculator.portfolio.recalculated.v1";

/** What a portfolio's page hears of: the totals, and each write to the machines by the `portfolio_version` that it made. */
export const PORTFOLIO_KINDS = [
  RECALCULATED,
  "machines.user_miner.added.v1",
  "machines.user_miner.changed.v1",
  "machines.user_miner.retired.v1",
  "machines.user_miner.restored.v1",
] as const;
