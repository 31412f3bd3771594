import { at, sumOf } from "../column";
import { answerOf } from "./answer";
import type { Problem } from "./problem";
import type { Compared, Simulation } from "./simulate";
import type { CurtailmentSimulation } from "./simulation-schemas";
import { stopPrices } from "./stop-prices";

const MS_PER_HOUR = 3_600_000;

/** What the answer says besides what was computed. */
export type SimulationFacts = Pick<CurtailmentSimulation, "start" | "hashprice_usd_per_ph_day" | "hashprice_source">;

/** A simulation as its readers get it; `byMachine` says of each hour which ids run. */
export function simulationAnswer(
  problem: Problem,
  simulation: Simulation,
  { facts, byMachine }: { facts: SimulationFacts; byMachine: boolean },
): CurtailmentSimulation {
  const startMs = Date.parse(facts.start);
  const { schedule, ...answer } = answerOf(problem, simulation.whole);
  const machines = problem.kinds.reduce((sum, { quantity }) => sum + quantity, 0);
  const off = simulation.whole.status === "infeasible" ? [] : simulation.whole.plan;
  return {
    ...answer,
    ...facts,
    machines,
    stop_price: stopPrices(problem),
    schedule: schedule.map(({ hour, active, mw, profit_usd }) => ({
      at: new Date(startMs + hour * MS_PER_HOUR).toISOString(),
      price_usd_per_mwh: at(problem.powerUsdPerMwh, hour),
      credit_usd_per_mwh: at(problem.creditUsdPerMwh, hour),
      machines_on: machines - sumOf(Float64Array.from(off, (column) => at(column, hour))),
      ...(byMachine ? { active } : {}),
      mw,
      profit_usd,
    })),
    price_rule: {
      threshold_usd_per_mwh: simulation.rule.thresholdUsdPerMwh,
      train: comparedAnswer(simulation.train),
      test: simulation.test && comparedAnswer(simulation.test),
    },
  };
}

const comparedAnswer = (compared: Compared) => ({
  from: compared.from,
  to: compared.to,
  hours: compared.hours,
  always_on_profit_usd: compared.alwaysOnUsd,
  rule_profit_usd: compared.ruleUsd,
  merit_order_profit_usd: compared.meritOrderUsd,
  foresight_profit_usd: compared.foresightUsd,
  foresight_bound_usd: compared.foresightBoundUsd,
});
