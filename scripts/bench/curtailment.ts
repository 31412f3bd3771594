import { solveWithHighs } from "@/lib/analytics/adapters/highs";
import { sumOf } from "@/lib/analytics/core/column";
import { answerOf } from "@/lib/analytics/core/curtailment/answer";
import { alwaysOn } from "@/lib/analytics/core/curtailment/baselines";
import { curtail } from "@/lib/analytics/core/curtailment/curtail";
import { networkModel } from "@/lib/analytics/core/curtailment/network-model";
import { outcomeOf } from "@/lib/analytics/core/curtailment/plan";
import { problemOfInput } from "@/lib/analytics/core/curtailment/problem-of-input";
import { CurtailmentInput } from "@/lib/analytics/core/curtailment/schemas";
import type { Bench, Row } from "./bench";
import { rowOfRuns } from "./row-of-runs";

const RUNS = 5;

export const bench: Bench = {
  name: "curtailment",
  summary: "The best hours to be off, from the input to every hour's answer; HiGHS on the same relaxed case",
  packages: ["highs"],
  async run(say): Promise<Row[]> {
    say("10,000 machines, 24 hours");
    const day = fleet({ kinds: 10_000, hours: 24, quantity: 1 });
    const ofDay = rowOfRuns(await runs(() => answered(day)), {
      name: "10,000 machines × 24 h, no shared limit",
      unit: "ms",
      target: 1000,
    });
    say("500 groups, 8,760 hours");
    const year = fleet({ kinds: 500, hours: 8760, quantity: 20 });
    const ofYear = rowOfRuns(await runs(() => answered(year)), {
      name: "500 groups × 8,760 h, no shared limit",
      unit: "ms",
      target: 5000,
    });
    return [ofDay, ofYear, await againstHighs(say), ...(await withLimits(say))];
  },
};

/** The same best plan, hour by hour and as a linear programme, whose corner is whole. Throws where they differ. */
async function againstHighs(say: (line: string) => void): Promise<Row> {
  say("50 groups, 168 hours, by both");
  const input = fleet({ kinds: 50, hours: 168, quantity: 20 });
  const problem = problemOfInput(input);
  const found = await curtail(problem, solveWithHighs);
  const { bound } = await solveWithHighs(networkModel(problem, false));
  const byHighs = sumOf(outcomeOf(problem, alwaysOn(problem)).profitUsd) + bound;
  if (found.status !== "optimal" || Math.abs(found.totalUsd / byHighs - 1) > 1e-9)
    throw new Error("the two do not agree on the best profit");
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await timed(() => curtail(problem, solveWithHighs)));
    theirs.push(await timed(() => solveWithHighs(networkModel(problem, false))));
  }
  const peer = { name: "HiGHS, linear programme", values: theirs };
  return rowOfRuns(ours, { name: "50 groups × 168 h, no shared limit, same profit", unit: "ms", peer });
}

/** With limits that bind: how long, and how far from the bound at most. */
async function withLimits(say: (line: string) => void): Promise<Row[]> {
  say("200 groups, 168 hours, limits of load");
  const input = fleet({ kinds: 200, hours: 168, quantity: 20 });
  const full = input.machines.reduce((sum, { power_w, quantity }) => sum + power_w * quantity, 0) / 1e6;
  const limited = { ...input, max_mw: full * 0.7, min_mw: full * 0.3 };
  const gaps: number[] = [];
  const times = await runs(async () => {
    const { gap_pct } = await answered(limited);
    gaps.push(gap_pct ?? Number.NaN);
  });
  const name = "200 groups × 168 h, load from 30 to 70 %";
  return [rowOfRuns(times, { name, unit: "ms" }), rowOfRuns(gaps.slice(-RUNS), { name: `${name}: gap`, unit: "%" })];
}

async function answered(input: CurtailmentInput) {
  const problem = problemOfInput(input);
  return answerOf(problem, await curtail(problem, solveWithHighs));
}

async function runs(call: () => Promise<unknown>): Promise<number[]> {
  await call();
  const all: number[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await timed(call));
  return all;
}

async function timed(call: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await call();
  return performance.now() - began;
}

/** The same fleet and the same prices each time: days with an evening peak, and some hours that nobody foresaw. */
function fleet({ kinds, hours, quantity }: { kinds: number; hours: number; quantity: number }): CurtailmentInput {
  let state = 7;
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return CurtailmentInput.parse({
    hours: Array.from({ length: hours }, (_, hour) => ({
      price_usd_per_mwh: 40 + 25 * Math.sin(((hour % 24) / 24) * 2 * Math.PI - 2) + 40 * (random() - 0.5),
      credit_usd_per_mwh: random() < 0.05 ? 30 : 0,
    })),
    machines: Array.from({ length: kinds }, (_, index) => ({
      id: `m${index}`,
      hashrate_th: 80 + Math.round(random() * 1500) / 10,
      power_w: 2800 + Math.floor(random() * 2500),
      quantity,
    })),
    hashprice_usd_per_ph_day: 45,
    pool_fee_pct: 2,
    min_off_hours: 3,
    restart_minutes: 20,
  });
}
