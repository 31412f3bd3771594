import type { CalculateInput, CalculateOutput } from "../schemas";
import { assumptions } from "./assumptions";
import { breakEven } from "./break-even";
import { chartRows } from "./chart-rows";
import type { Facts } from "./facts";
import { investment } from "./investment";
import { nextHalving } from "./next-halving";
import { paybackDays } from "./payback-days";
import { project } from "./projection";
import { rewardSpread } from "./reward-spread";
import { simulatePaths } from "./simulate-paths";
import { todaysFigures } from "./todays-figures";
import { twoAlgorithms } from "./two-algorithms";
import { warnings } from "./warnings";

/**
 * The whole calculation, pure: the same input and facts give the same answer in the API, in a thread, in
 * `npm run figure` and in the browser. Expects a parsed input; throws where no machine is known.
 */
export function calculate(input: CalculateInput, facts: Facts): CalculateOutput {
  const { model, market } = facts;
  const { terms, profiles, figures: today } = todaysFigures(input, facts);
  const months = project(terms, market);
  const rows = chartRows(terms, months);
  const returns = investment(terms, market, rows);
  const algorithms = twoAlgorithms(terms, market, today.daily_revenue_sats);
  const next_halving = nextHalving(terms, market, months);
  return {
    ...today,
    ...paybackDays(returns.payback_months, months, terms.machinePriceUsd !== null),
    break_even: breakEven(terms, market, today),
    algorithms,
    reward_spread: rewardSpread(terms, market, today.daily_revenue_sats),
    profiles,
    investment: returns,
    next_halving,
    chart_data: rows,
    ...simulatePaths(terms, market, months),
    market,
    assumptions: assumptions(input, terms, market),
    warnings: warnings(terms, market, model, months, { algorithms, next_halving, daily_profit: today.daily_profit }),
  };
}
