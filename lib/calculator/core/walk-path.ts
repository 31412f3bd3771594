import { boundDifficulty, EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import { TARGET_BLOCKS_PER_DAY } from "@/lib/kernel/bitcoin/hashprice";
import { nextHalvingHeight, subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { SATS_PER_BTC } from "@/lib/kernel/units";
import { fullDays } from "./decay";
import type { PathPlan } from "./path-plan";
import { poissonDraw } from "./poisson";
import type { RandomStream } from "./random-stream";
import { incomeTaxUsd } from "./tax";

/**
 * One joint path of price and difficulty; writes the running profit after each month into `sums[month · count + path]`.
 *
 * Price: geometric, a step a month about its mean. Difficulty: epoch by epoch; an epoch's growth is the given one, plus
 * a pull towards what the price supports (difficulty in proportion to the price's distance from its mean), plus scatter
 * that correlates with the month's price step. The epoch's length follows from its growth, so halvings move with it.
 */
export function walkPath(plan: PathPlan, random: RandomStream, path: number, sums: Float64Array): void {
  const { growthForce, difficultyReversion, difficultyVolatility, correlation, decayForce } = plan;
  const ownScatter = Math.sqrt(1 - correlation * correlation);
  const stepYears = 1 / 12;
  const priceStep = plan.volatilityYear * Math.sqrt(stepYears);
  const priceDrag = (plan.volatilityYear * plan.volatilityYear * stepYears) / 2;

  let day = 0;
  let height = plan.height;
  let difficulty = plan.difficulty;
  let meanDifficulty = plan.difficulty;
  let retarget = (Math.floor(height / EPOCH_BLOCKS) + 1) * EPOCH_BLOCKS;
  let halving = nextHalvingHeight(height);
  let pay = plan.payOfBlock(subsidySats(height));
  let priceForce = 0;
  let priceShock = random.normal();
  let sum = -plan.machinesPriceUsd;
  let growth = 0;
  let blocksPerDay = 0;

  for (let month = 0; month < plan.months; month++) {
    const endDay = plan.monthEndDays[month] as number;
    let days = 0;
    let blocks = 0;
    for (;;) {
      if (blocksPerDay === 0) {
        // A new epoch: how fast it runs is settled by the change that it will end with.
        const distance = priceForce - Math.log(difficulty / meanDifficulty);
        const scatter = correlation * priceShock + ownScatter * random.normal();
        const force = growthForce + difficultyReversion * distance + difficultyVolatility * scatter;
        growth = Math.max(0.25, Math.min(4, Math.exp(force)));
        blocksPerDay = TARGET_BLOCKS_PER_DAY * growth;
      }
      const target = Math.min(retarget, halving);
      const targetDay = day + (target - height) / blocksPerDay;
      const toDay = Math.min(targetDay, endDay);
      const worth = fullDays(decayForce, day, toDay) / difficulty;
      days += worth * pay;
      blocks += worth;
      if (targetDay > endDay) {
        height += (endDay - day) * blocksPerDay;
        day = endDay;
        break;
      }
      day = targetDay;
      height = target;
      if (target === halving) {
        pay = plan.payOfBlock(subsidySats(halving));
        halving = nextHalvingHeight(halving);
      }
      if (target === retarget) {
        difficulty = boundDifficulty(difficulty * growth);
        meanDifficulty = boundDifficulty(meanDifficulty * plan.growthFactor);
        retarget += EPOCH_BLOCKS;
        blocksPerDay = 0;
      }
    }
    const luck = plan.blocksPerDayAtOne === null ? 1 : blockLuck(blocks * plan.blocksPerDayAtOne, random);
    const price = (plan.meanPriceUsd[month] as number) * Math.exp(priceForce);
    const revenue = (days * plan.satsPerDayAtOne * luck * price) / SATS_PER_BTC;
    const profit = revenue - (plan.costUsd[month] as number);
    sum += profit - incomeTaxUsd(profit, plan.depreciationUsd, plan.taxRate);
    sums[month * plan.count + path] = sum;
    priceForce += priceStep * priceShock - priceDrag;
    priceShock = random.normal();
  }
}

/** Blocks found against blocks expected. */
const blockLuck = (expected: number, random: RandomStream): number =>
  expected > 0 ? poissonDraw(expected, random) / expected : 1;
