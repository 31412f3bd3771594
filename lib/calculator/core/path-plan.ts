import { HASHES_PER_DIFFICULTY } from "@/lib/kernel/bitcoin/hashprice";
import { HASHES_PER_TH, MS_PER_DAY, SECONDS_PER_DAY } from "@/lib/kernel/units";
import type { MarketFacts } from "../schemas";
import { blocksPerDayAtOne } from "./block-rate";
import { machinesPriceUsd } from "./chart-rows";
import { paidHashrateTh } from "./daily-figures";
import { decayForce } from "./decay";
import { poolReward } from "./pool-reward";
import type { Month } from "./projection";
import { depreciationUsdMonth } from "./tax";
import type { PathTerms, Terms } from "./terms";

/** All that the paths have in common, worked out once. */
export type PathPlan = PathTerms & {
  months: number;
  /** Days from the start to each month's end. */
  monthEndDays: Float64Array;
  /** The price that the paths spread about, and what each month costs on every path. */
  meanPriceUsd: Float64Array;
  costUsd: Float64Array;
  difficulty: number;
  height: number;
  /** ln(1 + growth an epoch), and the growth itself as a factor. */
  growthForce: number;
  growthFactor: number;
  /** Satoshi a day of all machines at difficulty 1 for each satoshi of a block's pay. */
  satsPerDayAtOne: number;
  blocksPerDayAtOne: number | null;
  /** Of the hashrate, a day. */
  decayForce: number;
  payOfBlock(subsidySats: number): number;
  machinesPriceUsd: number;
  depreciationUsd: number;
  taxRate: number;
};

export function pathPlan(terms: Terms, paths: PathTerms, market: MarketFacts, projected: readonly Month[]): PathPlan {
  const fees = market.fees_sats_per_block.value;
  return {
    ...paths,
    months: projected.length,
    monthEndDays: Float64Array.from(projected, (month) => (month.startMs - terms.startMs) / MS_PER_DAY + month.days),
    meanPriceUsd: Float64Array.from(projected, (_, index) => market.btc_price.value * (1 + paths.driftMonth) ** index),
    costUsd: Float64Array.from(projected, (month) => month.costUsd),
    difficulty: market.difficulty.value,
    height: market.block_height.value,
    growthForce: Math.log1p(terms.growthPctEpoch / 100),
    growthFactor: 1 + terms.growthPctEpoch / 100,
    satsPerDayAtOne: (paidHashrateTh(terms) * HASHES_PER_TH * SECONDS_PER_DAY) / HASHES_PER_DIFFICULTY,
    blocksPerDayAtOne: blocksPerDayAtOne(terms),
    decayForce: decayForce(terms.decayYear),
    payOfBlock: (subsidySats) => poolReward(terms.pool, subsidySats, fees),
    machinesPriceUsd: machinesPriceUsd(terms),
    depreciationUsd: depreciationUsdMonth(terms),
    taxRate: terms.taxRate,
  };
}
