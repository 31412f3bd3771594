/** Machines of one kind in one place: all of a row together, on a day on which they run, as the calculator has them. */
export type FleetRow = {
  quantity: number;
  /** TH/s when new. */
  hashrateTh: number;
  /** Of them those that the pool counts: after uptime and rejects. */
  paidTh: number;
  energyUsdDay: number;
  /** US dollars; 0 where it isn't known. */
  costUsd: number;
  /** Their first day as 2026-01-31; null: they run from the first day of the replay. */
  since: string | null;
};
