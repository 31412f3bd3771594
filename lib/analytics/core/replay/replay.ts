import { satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import type { MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY, SATS_PER_BTC } from "@/lib/kernel/units";
import { at } from "../column";
import type { FleetRow } from "./fleet-row";
import { meritOrder } from "./merit-order";

/** How a fleet ran. */
export type ReplayTerms = {
  /** Satoshi that the pool pays out of a block of so much subsidy and so many fees. */
  payout(subsidySats: number, feesSats: number): number;
  /** The share of a machine's hashrate that is left so many days after its first. */
  hashrateShare(days: number): number;
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
 * alone, so no day knows of a later one.
 */
export function replay(fleet: readonly FleetRow[], terms: ReplayTerms, history: MiningDays): Replay {
  const { days, price, difficulty, subsidy, fees } = history;
  const out = noDays(days.length);
  const satsPerTh = Float64Array.from(days, (_, day) =>
    satsPerThDay(at(difficulty, day), terms.payout(at(subsidy, day), at(fees, day))),
  );
  const paidTh = new Float64Array(days.length);
  for (const [since, rows] of Map.groupBy(fleet, (row) => row.since)) {
    const first = since === null ? 0 : (utcDateMs(since) - utcDateMs(days[0] ?? "")) / MS_PER_DAY;
    const order = meritOrder(rows);
    if (first in out.capitalUsd) out.capitalUsd[first] = at(out.capitalUsd, first) + order.costUsd;
    for (let day = Math.max(0, first); day < days.length; day++) {
      const share = terms.hashrateShare(day - first);
      const foreseenUsdPerTh = day === 0 ? null : (at(satsPerTh, day - 1) / SATS_PER_BTC) * at(price, day - 1) * share;
      const isPicky = terms.standsStill === "at_a_loss" && foreseenUsdPerTh !== null;
      const run = order.upTo(isPicky ? foreseenUsdPerTh : Number.POSITIVE_INFINITY);
      paidTh[day] = at(paidTh, day) + run.paidTh * share;
      out.hashrateTh[day] = at(out.hashrateTh, day) + run.hashrateTh * share;
      out.energyUsd[day] = at(out.energyUsd, day) + run.energyUsdDay;
      out.running[day] = at(out.running, day) + run.quantity;
      out.machines[day] = at(out.machines, day) + order.quantity;
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

const noDays = (count: number): Replay => ({
  capitalUsd: new Float64Array(count),
  sats: new Float64Array(count),
  revenueUsd: new Float64Array(count),
  energyUsd: new Float64Array(count),
  otherUsd: new Float64Array(count),
  hashrateTh: new Float64Array(count),
  machines: new Float64Array(count),
  running: new Float64Array(count),
});
