import { blockIntervalMs, type Epoch, epochs } from "@/lib/kernel/bitcoin/epochs";
import { satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import { utcMonthBounds } from "@/lib/kernel/calendar";
import { MS_PER_DAY, SATS_PER_BTC } from "@/lib/kernel/units";
import type { MarketFacts } from "../schemas";
import { energyKwhDay, paidHashrateTh } from "./daily-figures";
import { decayForce, fullDays, hashrateShare } from "./decay";
import { poolReward } from "./pool-reward";
import type { Terms } from "./terms";

/** A calendar month of the projection or another stretch, of all machines. Height and difficulty are of its first moment. */
export type Month = {
  startMs: number;
  days: number;
  height: number;
  difficulty: number;
  btcPriceUsd: number;
  hashrateTh: number;
  minedSats: number;
  revenueUsd: number;
  costUsd: number;
};

/**
 * The months ahead, made of epochs: difficulty steps at each retarget, the subsidy falls at its height, hashrate decays,
 * the price compounds by calendar month from today's. Growth acts on revenue; cost knows days and power alone.
 */
export const project = (terms: Terms, market: MarketFacts): Month[] =>
  projectBetween(terms, market, utcMonthBounds(terms.startMs, terms.horizonMonths));

/** The same for stretches of any length: from each of the bounds to the next, the first being the start. */
export function projectBetween(terms: Terms, market: MarketFacts, bounds: number[]): Month[] {
  const { startMs, growthPctEpoch } = terms;
  const height = market.block_height.value;
  const endMs = bounds.at(-1) ?? startMs;
  const all = epochs({ difficulty: market.difficulty.value, height, startMs, endMs, growthPctEpoch });
  const months = byMonth(all, bounds, minedIn(terms, market.fees_sats_per_block.value));
  const fullHashrate = terms.machine.hashrate_th * terms.quantity;
  const costUsdDay = energyKwhDay(terms) * terms.electricityUsdPerKwh + terms.otherCostsUsdDay;
  const force = decayForce(terms.decayYear);
  const interval = blockIntervalMs(growthPctEpoch);
  let btcPriceUsd = market.btc_price.value / (1 + terms.priceGrowthMonth);
  return months.map(({ fromMs, toMs, difficulty, minedSats }) => {
    const days = (toMs - fromMs) / MS_PER_DAY;
    btcPriceUsd *= 1 + terms.priceGrowthMonth;
    return {
      startMs: fromMs,
      days,
      height: height + Math.floor((fromMs - startMs) / interval + 1e-9),
      difficulty,
      btcPriceUsd,
      hashrateTh: fullHashrate * hashrateShare(force, (fromMs - startMs) / MS_PER_DAY),
      minedSats,
      revenueUsd: (minedSats / SATS_PER_BTC) * btcPriceUsd,
      costUsd: days * costUsdDay,
    };
  });
}

type MinedIn = (epoch: Epoch, fromMs: number, toMs: number) => number;

/** Cuts the epochs at the bounds of the months and adds up each month's satoshi. */
function byMonth(all: Epoch[], bounds: number[], mined: MinedIn) {
  const months: { fromMs: number; toMs: number; difficulty: number; minedSats: number }[] = [];
  for (const epoch of all) {
    let fromMs = epoch.fromMs;
    while (fromMs < epoch.toMs) {
      let month = months.at(-1);
      if (!month || month.toMs <= fromMs) {
        const monthEndMs = bounds[months.length + 1] ?? epoch.toMs;
        month = { fromMs, toMs: monthEndMs, difficulty: epoch.difficulty, minedSats: 0 };
        months.push(month);
      }
      const toMs = Math.min(epoch.toMs, month.toMs);
      month.minedSats += mined(epoch, fromMs, toMs);
      fromMs = toMs;
    }
  }
  return months;
}

/** Satoshi that the machines are paid for a stretch inside one epoch. */
function minedIn(terms: Terms, feesSats: number): MinedIn {
  const paidTh = paidHashrateTh(terms);
  const force = decayForce(terms.decayYear);
  const day = (ms: number) => (ms - terms.startMs) / MS_PER_DAY;
  return (epoch, fromMs, toMs) =>
    satsPerThDay(epoch.difficulty, poolReward(terms.pool, epoch.subsidySats, feesSats)) *
    paidTh *
    fullDays(force, day(fromMs), day(toMs));
}
