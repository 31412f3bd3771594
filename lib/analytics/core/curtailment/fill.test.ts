import { expect, test } from "vitest";
import { largeFleet } from "@/lib/testing/curtailment/random-fleets";
import { sumOf } from "../column";
import { fill, improve, steadyPlan } from "./fill";
import { isAllowed, outcomeOf, type Plan } from "./plan";
import type { Problem } from "./problem";
import { problemOfInput } from "./problem-of-input";
import { marginalSurcharge } from "./surcharge";

const earned = (problem: Problem, plan: Plan) => sumOf(outcomeOf(problem, plan).profitUsd);

test.each([{ most: 0.6 }, { least: 0.5 }, { most: 0.7, least: 0.3 }])(
  "machines find places inside the limits %j, better than the same ones running always",
  (limits) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const problem = problemOfInput(largeFleet({ kinds: 25, hours: 60, seed }, limits));
      const [filled, steady] = [fill(problem, marginalSurcharge(problem)), steadyPlan(problem)];
      if (!filled || !steady) throw new Error("there is room for all");
      for (const plan of [filled, steady, improve(problem, steady, 3)])
        expect(isAllowed(problem, plan, outcomeOf(problem, plan))).toBe(true);
      expect(earned(problem, filled)).toBeGreaterThan(earned(problem, steady));
      expect(earned(problem, improve(problem, steady, 3))).toBeGreaterThan(earned(problem, steady));
      expect(earned(problem, improve(problem, filled, 3))).toBeGreaterThanOrEqual(earned(problem, filled));
    }
  },
);
