import { calculate } from "@/lib/calculator/core/calculate";
import { capitalCostUsdDay } from "@/lib/calculator/core/capital-cost";
import { dailyFigures, energyKwhDay } from "@/lib/calculator/core/daily-figures";
import { decayForce, hashrateShare } from "@/lib/calculator/core/decay";
import { monthlyRate } from "@/lib/calculator/core/monthly-rate";
import { poolReward } from "@/lib/calculator/core/pool-reward";
import { resolveTerms, type Terms } from "@/lib/calculator/core/terms";
import type { CalculateOutput, MarketFacts } from "@/lib/calculator/schemas";
import { blockIntervalMs, EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import { satsPerThDay, TARGET_BLOCKS_PER_DAY } from "@/lib/kernel/bitcoin/hashprice";
import { monthlyGrowthPct, projectedMonthlyGrowthPct } from "@/lib/kernel/bitcoin/monthly-growth";
import { HALVING_BLOCKS, nextHalvingHeight } from "@/lib/kernel/bitcoin/subsidy";
import { DAYS_PER_YEAR, MS_PER_DAY } from "@/lib/kernel/units";
import type { PickerModel } from "@/lib/machines/schemas";
import type { MarketSnapshot } from "@/lib/market/schemas";
import { computeOutcome } from "../compute-outcome";

/** The calculator begins without ageing, so the example of it is of its own. */
const AGEING = { lossYear: 0.05, years: 3 } as const;

/** What each step of the formulas comes to for one machine, in the units of the formulas. */
export type WorkedExample = {
  terms: Terms;
  market: MarketFacts;
  result: CalculateOutput;
  halvings: number;
  nextHalvingHeight: number;
  /** Satoshi a TH/s and day by share of the measured hashrate; null where it isn't known. */
  shareSatsPerThDay: number | null;
  /** Satoshi a TH/s and day after the pool's fee. */
  paidSatsPerThDay: number;
  energyKwhDay: number;
  /** What the same machine earns a day where the pool pays the subsidy only, US dollars. */
  ppsRevenue: number;
  capitalUsdDay: number | null;
  epochDays: number;
  growthPct: { epoch: number; nominalMonth: number; projectedMonth: number };
  aged: { lossYear: number; years: number; hashrateTh: number; efficiencyJPerTh: number };
  monthlyRate: number;
};

/** The calculator's own first calculation for one machine, taken apart with the product's own functions. */
export function workedExample(machine: PickerModel | null, market: MarketSnapshot, today: string): WorkedExample {
  const { futures } = computeOutcome({ quantity: "1" }, machine, { market, pinned: null, today });
  if (!futures) throw new Error("The example's machine is not in the catalogue.");
  const { input, facts } = futures;
  const terms = resolveTerms(input, facts.model, today);
  const { difficulty, block_subsidy_sats: subsidy, fees_sats_per_block: fees, block_height: height } = facts.market;
  const networkEhs = facts.market.network_hashrate_ehs.value;
  const aged = hashrateShare(decayForce(AGEING.lossYear), AGEING.years * DAYS_PER_YEAR);
  return {
    terms,
    market: facts.market,
    result: calculate(input, facts),
    halvings: Math.floor(height.value / HALVING_BLOCKS),
    nextHalvingHeight: nextHalvingHeight(height.value),
    shareSatsPerThDay:
      networkEhs === null ? null : (TARGET_BLOCKS_PER_DAY / (networkEhs * 1e6)) * (subsidy.value + fees.value),
    paidSatsPerThDay: satsPerThDay(difficulty.value, poolReward(terms.pool, subsidy.value, fees.value)),
    energyKwhDay: energyKwhDay(terms),
    ppsRevenue: dailyFigures({ ...terms, pool: { ...terms.pool, method: "PPS" } }, facts.market).daily_revenue,
    capitalUsdDay: capitalCostUsdDay(terms),
    epochDays: (EPOCH_BLOCKS * blockIntervalMs(terms.growthPctEpoch)) / MS_PER_DAY,
    growthPct: {
      epoch: terms.growthPctEpoch,
      nominalMonth: monthlyGrowthPct(terms.growthPctEpoch),
      projectedMonth: projectedMonthlyGrowthPct(terms.growthPctEpoch),
    },
    aged: {
      ...AGEING,
      hashrateTh: terms.machine.hashrate_th * aged,
      efficiencyJPerTh: terms.machine.efficiency_j_per_th / aged,
    },
    monthlyRate: monthlyRate(terms.discountRateYear),
  };
}
