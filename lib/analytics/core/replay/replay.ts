import { satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import { utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY, SATS_PER_BTC } from "@/lib/kernel/units";
import type { MarketHistory } from "./market-history";

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
  /** The share of the hashrate that is left so many days after the first. */
  hashrateShare(days: number): number;
};

/** How a fleet ran. */
export type ReplayTerms = {
  /** Satoshi that the pool pays out of a block of so much subsidy and so many fees. */
  payout(subsidySats: number, feesSats: number): number;
  /** US dollars, for all machines together. */
  otherCostsUsdDay: number;
  /**
   * `never`: everything always runs. `at_a_loss`: machines stand on days for which the day before's price, difficulty
   * and fees say that they would not pay for their power.
   */
  standsStill: "never" | "at_a_loss";
};

/** A fleet's past, a value a day in each column; US dollars unless the name says otherwise. */
export type Replay = Record<
  /** What machines that began on the day cost. */
  | "capitalUsd"
  | "sats"
  | "revenueUsd"
  | "energyUsd"
  | "otherUsd"
  /** Of those that ran. */
  | "hashrateTh"
  /** Machines that were there, and those of them that ran. */
  | "machines"
  | "running",
  Float64Array
>;

/**
 * What a fleet would have earned on each day of a history, from that day's price, difficulty, subsidy and fees; a
 * machine's day is the calculator's day at that market. Whether machines stand still is decided by the day before
 * alone, so no day knows of a later one. Takes machines × days steps.
 */
export function replay(fleet: readonly FleetRow[], terms: ReplayTerms, history: MarketHistory): Replay {
  const { days, price, difficulty, subsidy, fees } = history;
  const column = () => new Float64Array(days.length);
  const satsPerTh = column();
  const foreseenUsdPerTh = column();
  for (let day = 0; day < days.length; day++) {
    satsPerTh[day] = satsPerThDay(at(difficulty, day), terms.payout(at(subsidy, day), at(fees, day)));
    foreseenUsdPerTh[day] =
      day === 0 ? Number.POSITIVE_INFINITY : (at(satsPerTh, day - 1) / SATS_PER_BTC) * at(price, day - 1);
  }
  const paidTh = column();
  const out: Replay = {
    capitalUsd: column(),
    sats: column(),
    revenueUsd: column(),
    energyUsd: column(),
    otherUsd: column(),
    hashrateTh: column(),
    machines: column(),
    running: column(),
  };
  for (const row of fleet) {
    const since = row.since === null ? 0 : (utcDateMs(row.since) - utcDateMs(days[0] ?? "")) / MS_PER_DAY;
    if (since >= 0 && since < days.length) out.capitalUsd[since] = at(out.capitalUsd, since) + row.costUsd;
    for (let day = Math.max(0, since); day < days.length; day++) {
      out.machines[day] = at(out.machines, day) + row.quantity;
      const share = row.hashrateShare(day - since);
      const paid = row.paidTh * share;
      if (terms.standsStill === "at_a_loss" && at(foreseenUsdPerTh, day) * paid < row.energyUsdDay) continue;
      paidTh[day] = at(paidTh, day) + paid;
      out.running[day] = at(out.running, day) + row.quantity;
      out.hashrateTh[day] = at(out.hashrateTh, day) + row.hashrateTh * share;
      out.energyUsd[day] = at(out.energyUsd, day) + row.energyUsdDay;
    }
  }
  for (let day = 0; day < days.length; day++) {
    const sats = at(satsPerTh, day) * at(paidTh, day);
    out.sats[day] = sats;
    out.revenueUsd[day] = (sats / SATS_PER_BTC) * at(price, day);
    if (at(out.machines, day) > 0) out.otherUsd[day] = terms.otherCostsUsdDay;
  }
  return out;
}

/** A column's value; no index that is asked for lies outside. */
export const at = (column: Float64Array, index: number): number => column[index] ?? 0;
