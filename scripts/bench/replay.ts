import { compareHolding } from "@/lib/analytics/core/replay/compare-holding";
import type { FleetRow } from "@/lib/analytics/core/replay/fleet-row";
import { replay } from "@/lib/analytics/core/replay/replay";
import { replayDays, replayTotals } from "@/lib/analytics/core/replay/replay-days";
import { satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import type { MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { isoDate } from "@/lib/kernel/calendar";
import { MS_PER_DAY, SATS_PER_BTC } from "@/lib/kernel/units";
import type { Bench, Row } from "./bench";
import { rowOfRuns } from "./row-of-runs";

const MACHINES = 1_000;
const DAYS = 3_652;
const FIRST = Date.UTC(2016, 0, 1);
const TARGET_MS = 300;
const RUNS = 7;

const history: MiningDays = {
  days: Array.from({ length: DAYS }, (_, day) => isoDate(FIRST + day * MS_PER_DAY)),
  price: Float64Array.from({ length: DAYS }, (_, day) => 400 * Math.exp(day / 670)),
  difficulty: Float64Array.from({ length: DAYS }, (_, day) => 1e11 * Math.exp(Math.floor(day / 14) / 37)),
  subsidy: Float64Array.from({ length: DAYS }, (_, day) => 2.5e9 / 2 ** Math.floor(day / 1_461)),
  fees: new Float64Array(DAYS).fill(2e7),
  carried: [],
};
const terms = {
  payout: (subsidy: number, fees: number) => (subsidy + fees) * 0.98,
  hashrateShare: (days: number) => Math.exp(-0.0001 * days),
  otherCostsUsdDay: 100,
  standsStill: "at_a_loss" as const,
};

/** Machines of a thousand kinds, together from the first day, or each from a day of its own. */
const fleet = (isApart: boolean): FleetRow[] =>
  Array.from({ length: MACHINES }, (_, at) => ({
    quantity: 1 + (at % 40),
    hashrateTh: 100 + (at % 300),
    paidTh: (100 + (at % 300)) * 0.97,
    energyUsdDay: 3 + (at % 17),
    costUsd: 2_000,
    since: isApart ? isoDate(FIRST + ((at * 3_643) % DAYS) * MS_PER_DAY) : null,
  }));

/** What an answer takes, from the fleet to its days. */
function answer(rows: readonly FleetRow[]): unknown {
  const mined = replay(rows, terms, history);
  return [replayDays(mined, history), replayTotals(mined), compareHolding(mined, history)];
}

/** The same as one would write it first: every machine on every day. */
function oneByOne(rows: readonly FleetRow[]): number {
  let profit = 0;
  for (const { paidTh, energyUsdDay } of rows)
    for (let day = 1; day < DAYS; day++) {
      const usdPerTh = (at: number): number =>
        (satsPerThDay(history.difficulty[at] ?? 1, terms.payout(history.subsidy[at] ?? 0, history.fees[at] ?? 0)) /
          SATS_PER_BTC) *
        (history.price[at] ?? 0);
      const paid = paidTh * terms.hashrateShare(day);
      if (usdPerTh(day - 1) * paid >= energyUsdDay) profit += usdPerTh(day) * paid - energyUsdDay;
    }
  return profit;
}

function msOf(call: () => unknown): number {
  const started = performance.now();
  call();
  return performance.now() - started;
}

export const bench: Bench = {
  name: "replay",
  summary:
    "A historical replay of 1,000 machines over ten years that stand still at a loss, from the fleet to the answer",
  packages: [],
  async run(say): Promise<Row[]> {
    const [together, apart] = [fleet(false), fleet(true)];
    say("in turn: together, each from its own day, every machine on every day");
    const ours: number[] = [];
    const own: number[] = [];
    const plain: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      ours.push(msOf(() => answer(together)));
      own.push(msOf(() => answer(apart)));
      // Seconds each: once a run is enough.
      plain.push(msOf(() => oneByOne(together)));
    }
    const peer = { name: "every machine on every day", values: plain };
    return [
      rowOfRuns(ours, { name: "1,000 machines, 10 years", unit: "ms", target: TARGET_MS, peer }),
      rowOfRuns(own, { name: "each machine from a day of its own", unit: "ms", target: TARGET_MS }),
    ];
  },
};
