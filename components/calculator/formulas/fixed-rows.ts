import { powerCostUsdPerPhDay } from "@/lib/calculator/core/daily-figures";
import { hashpriceUsdPerPhDay, satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";

export const FIXED_EFFICIENCIES = [15, 17.5, 21.5, 30] as const;

export type FixedRow = {
  difficulty: number;
  rewardSats: number;
  btcPriceUsd: number;
  satsPerThDay: number;
  hashpriceUsdPerPhDay: number;
  /** US dollars per MWh, in the order of `FIXED_EFFICIENCIES`. */
  breakEven: number[];
};

/** Two markets that never change, for whoever wants to check the arithmetic by hand. */
export const FIXED_ROWS: readonly FixedRow[] = [
  fixedRow(1e14, 312_500_000, 100_000),
  fixedRow(1.25e14, 317_500_000, 95_000),
];

function fixedRow(difficulty: number, rewardSats: number, btcPriceUsd: number): FixedRow {
  const hashprice = hashpriceUsdPerPhDay(difficulty, rewardSats, btcPriceUsd);
  return {
    difficulty,
    rewardSats,
    btcPriceUsd,
    satsPerThDay: satsPerThDay(difficulty, rewardSats),
    hashpriceUsdPerPhDay: hashprice,
    // What a PH/s costs a day at $1 a kWh is what a $/MWh must be held against.
    breakEven: FIXED_EFFICIENCIES.map((efficiency) => (hashprice / powerCostUsdPerPhDay(efficiency, 1)) * 1000),
  };
}
