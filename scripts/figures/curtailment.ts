import { solveWithHighs } from "@/lib/analytics/adapters/highs";
import { answerOf } from "@/lib/analytics/core/curtailment/answer";
import { curtail } from "@/lib/analytics/core/curtailment/curtail";
import { problemOfInput } from "@/lib/analytics/core/curtailment/problem-of-input";
import { CurtailmentAnswer, CurtailmentInput } from "@/lib/analytics/core/curtailment/schemas";
import { figure } from "./figure";

export const curtailment = figure({
  name: "curtailment",
  summary: "When which machines had best be off, hour by hour, and what that earns over never switching off",
  input: CurtailmentInput,
  output: CurtailmentAnswer,
  async run(input) {
    const problem = problemOfInput(input);
    return answerOf(problem, await curtail(problem, solveWithHighs));
  },
});
