import type { CalculateInput, CalculateOutput } from "../schemas";
import { calculate, type Facts } from "./calculate";

export type Scenario = { name: string; input: CalculateInput; model: Facts["model"] };
export type Compared = { name: string; output: CalculateOutput };

/** Several scenarios on the same market and day, in the order given; each equals its own `calculate`. */
export const compare = (scenarios: readonly Scenario[], facts: Omit<Facts, "model">): Compared[] =>
  scenarios.map(({ name, input, model }) => ({ name, output: calculate(input, { ...facts, model }) }));
