import type { MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { SATS_PER_BTC } from "@/lib/kernel/units";
import { at } from "../column";
import type { Replay } from "./replay";

/** What became of the same money by the last day: US dollars at that day's price. */
export type Outcome = { sats: number; cashUsd: number; valueUsd: number; gainUsd: number };

export type Comparison = {
  /** What machines and their running cost together. */
  spentUsd: number;
  capitalUsd: number;
  /** Mined coins sold on the day that they came. */
  sold: Outcome;
  /** Mined coins kept; running costs came from elsewhere. */
  kept: Outcome;
  /** No machines: what they cost bought coins on the day, what a day's running cost bought coins on that day. */
  bought: Outcome;
  /** The same, but what machines cost bought coins in equal parts a day from then to the end. */
  averaged: Outcome;
};

/**
 * The mined coins against those that the same money would have bought. Every purchase is made with money that the
 * miner spent by that day too, at that day's price. A day whose power is paid for by others sells that much.
 */
export function compareHolding(mined: Replay, history: MiningDays): Comparison {
  const count = history.days.length;
  let [minedSats, soldUsd, spentUsd, capitalUsd, boughtSats, averagedSats, capitalADay] = [0, 0, 0, 0, 0, 0, 0];
  for (let day = 0; day < count; day++) {
    const satsPerUsd = SATS_PER_BTC / at(history.price, day);
    const running = at(mined.energyUsd, day) + at(mined.otherUsd, day);
    const capital = at(mined.capitalUsd, day);
    minedSats += at(mined.sats, day);
    soldUsd += at(mined.revenueUsd, day);
    capitalUsd += capital;
    spentUsd += running + capital;
    capitalADay += capital / (count - day);
    boughtSats += (running + capital) * satsPerUsd;
    averagedSats += (running + capitalADay) * satsPerUsd;
  }
  const lastPrice = at(history.price, count - 1);
  const outcome = (sats: number, cashUsd: number): Outcome => {
    const valueUsd = (sats / SATS_PER_BTC) * lastPrice + cashUsd;
    return { sats, cashUsd, valueUsd, gainUsd: valueUsd - spentUsd };
  };
  return {
    spentUsd,
    capitalUsd,
    sold: outcome(0, soldUsd),
    kept: outcome(minedSats, 0),
    bought: outcome(boughtSats, 0),
    averaged: outcome(averagedSats, 0),
  };
}
