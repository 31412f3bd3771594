import type { FleetRow } from "./fleet-row";

type Running = Pick<FleetRow, "quantity" | "hashrateTh" | "paidTh" | "energyUsdDay">;
type MeritOrder = {
  quantity: number;
  costUsd: number;
  /** Those together whose power costs at most so many US dollars for a TH/s and day that the pool counts. */
  upTo(usdPerTh: number): Running;
};

const NONE: Running = { quantity: 0, hashrateTh: 0, paidTh: 0, energyUsdDay: 0 };

/**
 * Rows by what their power costs a TH/s that is paid for, the cheapest first: whatever a TH/s earns, those that run are
 * the first so many. So a day takes a search among sums that are made once, not a look at every row.
 */
export function meritOrder(rows: readonly FleetRow[]): MeritOrder {
  const sorted = rows.map((row) => ({ row, usdPerTh: breakEven(row) })).toSorted((a, b) => a.usdPerTh - b.usdPerTh);
  const sums: Running[] = [NONE];
  for (const { row } of sorted) sums.push(added(sums.at(-1) ?? NONE, row));
  return {
    quantity: rows.reduce((sum, { quantity }) => sum + quantity, 0),
    costUsd: rows.reduce((sum, { costUsd }) => sum + costUsd, 0),
    upTo(usdPerTh) {
      let [low, high] = [0, sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.usdPerTh ?? 0) <= usdPerTh) low = middle + 1;
        else high = middle;
      }
      return sums[low] ?? NONE;
    },
  };
}

/** What a TH/s has to earn a day; who is paid for using power runs at anything, who earns nothing and pays never. */
const breakEven = ({ paidTh, energyUsdDay }: FleetRow): number =>
  energyUsdDay <= 0 ? Number.NEGATIVE_INFINITY : energyUsdDay / paidTh;

const added = (sum: Running, row: FleetRow): Running => ({
  quantity: sum.quantity + row.quantity,
  hashrateTh: sum.hashrateTh + row.hashrateTh,
  paidTh: sum.paidTh + row.paidTh,
  energyUsdDay: sum.energyUsdDay + row.energyUsdDay,
});
