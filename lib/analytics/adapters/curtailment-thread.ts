import { answerInThread } from "@/lib/platform/thread-pool";
import type { Problem } from "../core/curtailment/problem";
import { simulate } from "../core/curtailment/simulate";
import { type SimulationFacts, simulationAnswer } from "../core/curtailment/simulation-answer";
import { solveWithHighs } from "./highs";

export type SimulationRequest = {
  problem: Problem;
  trainMonths: number | undefined;
  facts: SimulationFacts;
  byMachine: boolean;
};

answerInThread(async ({ problem, trainMonths, facts, byMachine }: SimulationRequest) => {
  const simulation = await simulate(problem, { startMs: Date.parse(facts.start), trainMonths }, solveWithHighs);
  return simulationAnswer(problem, simulation, { facts, byMachine });
});
