import { at, type Column } from "../column";
import type { Plan } from "./plan";
import type { Problem } from "./problem";

/** Off from this sum of the price of power and the credit on, dollars a MWh; null: never. */
export type PriceRule = { thresholdUsdPerMwh: number | null };

/** What all machines do by a rule, all alike: off where the hour costs so much, and for the least time once off. */
export function planByRule(problem: Problem, rule: PriceRule): Plan {
  const isOff = hoursByRule(problem, rule);
  return problem.kinds.map(({ quantity }) => isOff.map((off) => off * quantity));
}

function hoursByRule(problem: Problem, { thresholdUsdPerMwh }: PriceRule): Column {
  const off = new Float64Array(problem.hours);
  if (thresholdUsdPerMwh === null) return off;
  for (let hour = 0, until = 0; hour < problem.hours; hour++) {
    const isDear = worthOff(problem, hour) >= thresholdUsdPerMwh;
    if (isDear && hour >= until && (hour === 0 || !off[hour - 1])) until = hour + problem.minOffHours;
    off[hour] = isDear || hour < until ? 1 : 0;
  }
  return off;
}

const worthOff = ({ powerUsdPerMwh, creditUsdPerMwh }: Problem, hour: number): number =>
  at(powerUsdPerMwh, hour) + at(creditUsdPerMwh, hour);

/**
 * The rule that would have earned most, of all that these hours tell apart; of several the highest. Limits of load are
 * not thought of: by a rule all run or none, so that either the limits let both be or the rule can't be used at all.
 */
export function bestRule(problem: Problem): PriceRule {
  const hashrate = problem.kinds.reduce((sum, { hashrateThs, quantity }) => sum + hashrateThs * quantity, 0);
  const mwh = problem.kinds.reduce((sum, { powerW, quantity }) => sum + powerW * quantity, 0) / 1e6;
  const gains = Float64Array.from(
    { length: problem.hours },
    (_, hour) => mwh * worthOff(problem, hour) - hashrate * at(problem.usdPerTh, hour),
  );
  const thresholds = [...new Set(Array.from(gains, (_, hour) => worthOff(problem, hour)))].sort((a, b) => b - a);
  let best: { rule: PriceRule; usd: number } = { rule: { thresholdUsdPerMwh: null }, usd: 0 };
  for (const thresholdUsdPerMwh of thresholds) {
    const off = hoursByRule(problem, { thresholdUsdPerMwh });
    let usd = 0;
    for (let hour = 0; hour < problem.hours; hour++) {
      if (off[hour]) usd += at(gains, hour);
      else if (hour > 0 && off[hour - 1]) usd -= problem.restartHours * hashrate * at(problem.usdPerTh, hour);
    }
    if (usd > best.usd) best = { rule: { thresholdUsdPerMwh }, usd };
  }
  return best.rule;
}
