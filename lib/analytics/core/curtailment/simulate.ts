import { isoDate } from "@/lib/kernel/calendar";
import { alwaysOn, meritOrder } from "./baselines";
import { type Curtailment, curtail, profitIfAllowed } from "./curtail";
import { bestRule, type PriceRule, planByRule } from "./price-rule";
import type { Problem } from "./problem";
import type { Solve } from "./programme";

const MS_PER_HOUR = 3_600_000;

/** How ways of running compare over some hours, in dollars; null where one can't be run there. */
export type Compared = {
  /** First and last day, UTC. */
  from: string;
  to: string;
  hours: number;
  alwaysOnUsd: number | null;
  ruleUsd: number | null;
  /** Each machine and hour for itself, by the price of the hour alone. */
  meritOrderUsd: number | null;
  /** The best plan, which knows all prices of these hours: what no way of deciding can beat. */
  foresightUsd: number | null;
  /** No plan earns more. */
  foresightBoundUsd: number | null;
};

export type Simulation = { whole: Curtailment; rule: PriceRule; train: Compared; test: Compared | null };

/**
 * The best plan for all hours, and what a rule of one price would have been worth: it is found on the first
 * `trainMonths` calendar months (UTC) alone and then judged on the hours after them, which it has not seen. Each part
 * begins with all machines on. With one month only there is nothing to judge it on.
 */
export async function simulate(
  problem: Problem,
  { startMs, trainMonths }: { startMs: number; trainMonths: number | undefined },
  solve: Solve,
): Promise<Simulation> {
  const cut = trainHours(problem.hours, startMs, trainMonths);
  const past = part(problem, 0, cut);
  const rule = bestRule(past);
  const compared = async (hours: Problem, firstHour: number, known?: Curtailment): Promise<Compared> => {
    const found = known ?? (await curtail(hours, solve));
    const isFound = found.status !== "infeasible";
    return {
      from: isoDate(startMs + firstHour * MS_PER_HOUR),
      to: isoDate(startMs + (firstHour + hours.hours - 1) * MS_PER_HOUR),
      hours: hours.hours,
      alwaysOnUsd: profitIfAllowed(hours, alwaysOn(hours)),
      ruleUsd: profitIfAllowed(hours, planByRule(hours, rule)),
      meritOrderUsd: profitIfAllowed(hours, meritOrder(hours)),
      foresightUsd: isFound ? found.totalUsd : null,
      foresightBoundUsd: isFound ? found.boundUsd : null,
    };
  };
  const whole = await curtail(problem, solve);
  return {
    whole,
    rule,
    train: await compared(past, 0, cut === problem.hours ? whole : undefined),
    test: cut === problem.hours ? null : await compared(part(problem, cut, problem.hours), cut),
  };
}

/** Hours of the first months: as many as are asked for but the last, half of them where nothing is. */
function trainHours(hours: number, startMs: number, asked: number | undefined): number {
  const monthOf = (hour: number) => isoDate(startMs + hour * MS_PER_HOUR).slice(0, 7);
  const firsts = Array.from({ length: hours }, (_, hour) => hour).filter(
    (hour) => hour === 0 || monthOf(hour) !== monthOf(hour - 1),
  );
  const months = Math.min(asked ?? Math.floor(firsts.length / 2), firsts.length - 1);
  return firsts[months] || hours;
}

const part = (problem: Problem, from: number, to: number): Problem => ({
  ...problem,
  hours: to - from,
  powerUsdPerMwh: problem.powerUsdPerMwh.subarray(from, to),
  creditUsdPerMwh: problem.creditUsdPerMwh.subarray(from, to),
  usdPerTh: problem.usdPerTh.subarray(from, to),
});
