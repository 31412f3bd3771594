import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestOfEveryPlan } from "@/lib/testing/curtailment/every-plan";
import { largeFleet, smallFleets } from "@/lib/testing/curtailment/random-fleets";
import { solveWithHighs } from "../../adapters/highs";
import { sumOf } from "../column";
import { answerOf } from "./answer";
import { alwaysOn, meritOrder } from "./baselines";
import { curtail } from "./curtail";
import { networkModel } from "./network-model";
import { outcomeOf } from "./plan";
import { problemOfInput } from "./problem-of-input";
import type { CurtailmentAnswer, CurtailmentInput } from "./schemas";

async function answer(input: CurtailmentInput): Promise<CurtailmentAnswer> {
  const problem = problemOfInput(input);
  return answerOf(problem, await curtail(problem, solveWithHighs));
}

const near = (found: number | null, wanted: number, share = 1e-9) =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(1e-7 + share * Math.abs(wanted));

/** Never worse than whatever may be run without a search. */
function beatsBaselines(found: CurtailmentAnswer): void {
  for (const usd of [found.always_on_profit_usd, found.never_on_profit_usd, found.merit_order_profit_usd])
    if (usd !== null) expect(found.total_profit_usd ?? Number.NaN).toBeGreaterThanOrEqual(usd - 1e-9);
  const hours = found.schedule.reduce((sum, { profit_usd }) => sum + profit_usd, 0);
  if (found.total_profit_usd !== null) near(hours, found.total_profit_usd);
}

describe("against every plan there is", () => {
  test("no shared limit: exactly the best", async () => {
    await fc.assert(
      fc.asyncProperty(smallFleets("no limits"), async (input) => {
        const found = await answer(input);
        near(found.total_profit_usd, bestOfEveryPlan(input) ?? Number.NaN);
        expect(found.status).toBe("optimal");
        beatsBaselines(found);
      }),
      { numRuns: 300 },
    );
  });

  test("shared limits: the best, proven, or infeasible where no plan is there", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(smallFleets("limits"), async (input) => {
        const found = await answer(input);
        const best = bestOfEveryPlan(input);
        seen.add(found.status);
        if (best === null) {
          expect(found).toMatchObject({ status: "infeasible", total_profit_usd: null, schedule: [] });
          expect(found.reason).toMatch(/min_mw/);
        } else {
          expect(found.status).toBe("optimal");
          near(found.total_profit_usd, best);
        }
        beatsBaselines(found);
      }),
      { numRuns: 200 },
    );
    expect([...seen].sort()).toEqual(["infeasible", "optimal"]);
  });
});

test("equal to the merit order when nothing binds, no restart costs and no time is the least", async () => {
  const input = { ...largeFleet({ kinds: 40, hours: 200, seed: 3 }), min_off_hours: 0, restart_minutes: 0 };
  const problem = problemOfInput(input);
  const found = await curtail(problem, solveWithHighs);
  if (found.status !== "optimal") throw new Error("it is optimal");
  expect(found.plan).toEqual(meritOrder(problem));
  expect((await answer(input)).merit_order_profit_usd).toBe(found.totalUsd);
});

describe("against a linear programme on larger fleets", () => {
  test("no shared limit: the programme's corner is whole, and the same", async () => {
    const input = largeFleet({ kinds: 30, hours: 96, seed: 11 });
    const problem = problemOfInput(input);
    const { bound } = await solveWithHighs(networkModel(problem, false));
    const alwaysOnUsd = sumOf(outcomeOf(problem, alwaysOn(problem)).profitUsd);
    near((await answer(input)).total_profit_usd, alwaysOnUsd + bound);
  });

  test("limits: the bound is that of the programme of real numbers, and the plan is near it", async () => {
    const input = largeFleet({ kinds: 40, hours: 72, seed: 5 }, { most: 0.7, least: 0.3 });
    const problem = problemOfInput(input);
    const { bound } = await solveWithHighs(networkModel(problem, false));
    const relaxedUsd = sumOf(outcomeOf(problem, alwaysOn(problem)).profitUsd) + bound;
    const found = await answer(input);
    expect(found.status).toBe("feasible");
    near(found.bound_usd, relaxedUsd, 1e-6);
    expect(found.bound_usd).toBeGreaterThan(found.total_profit_usd ?? Number.NaN);
    expect(found.gap_pct).toBeGreaterThan(0);
    expect(found.gap_pct).toBeLessThan(0.2);
    beatsBaselines(found);
  });
});
