import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { parseInput } from "@/lib/kernel/use-case";
import { exampleCalculation } from "@/lib/testing/calculation";
import { CalculateInput } from "../../schemas";
import { calculate } from "../calculate";
import { LIMITS } from "../limits";
import { POOL_METHODS } from "../pool-methods";
import type { CatalogueMachine } from "../terms";
import { type BatchFacts, batchRow } from "./batch-row";
import { batchTotals } from "./batch-totals";
import type { BatchResult } from "./schemas";

const S21: CatalogueMachine = {
  label: "Antminer S21 200T",
  ...{ hashrate_th: 200, power_w: 3550, confidence: "verified", status: "shipped" },
};
const factsWith = (defaults: object = {}): BatchFacts => ({
  market: exampleCalculation().facts.market,
  today: "2026-01-01",
  defaults,
  find: (name) => (name === "s21" ? { model: S21 } : { model: null, suggestions: ["Antminer S21 200T"] }),
});

const between = ([min, max]: readonly [number, number]) => fc.double({ min, max, noNaN: true });
const above = ([, max]: readonly [number, number]) => fc.double({ min: 1e-3, max, noNaN: true });
const percent = fc.oneof(between(LIMITS.percentage), fc.constantFrom(0, 100, -1, 101));
/** Machines as anybody may send them, some of them wrong. */
const anyRow = fc.record(
  {
    miner_model: fc.constantFrom("s21", "S99", ""),
    label: fc.constantFrom("Row 7", "=1+1"),
    quantity: fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.constant(1.5)),
    hashrate_th: above(LIMITS.hashrate_th),
    power_w: above(LIMITS.power_w),
    electricity_cost: between([-1.1, 10]),
    pool_method: fc.constantFrom(...POOL_METHODS, "solo", "POOL"),
    pool_fee_pct: percent,
    pool_fee2_pct: percent,
    uptime_pct: percent,
    rejected_pct: percent,
    curtailment_pct: percent,
    other_costs_usd_day: between([0, 1e6]),
    profiles: fc.array(fc.record({ hashrate_th: above([0, 500]), power_w: above([0, 9000]) }), { maxLength: 4 }),
  },
  { requiredKeys: [] },
);
const defaults = fc.record(
  { electricity_cost: between([0, 1]), uptime_pct: between([0, 100]), quantity: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: [] },
);

/** What the single calculation gives for the same machine: its figures, or its errors. */
function single(raw: object, facts: BatchFacts): object {
  const { label: _, ...row } = raw as { label?: string };
  try {
    const input = parseInput(CalculateInput, { ...facts.defaults, ...row });
    const isNamed = input.hashrate_th === undefined || input.power_w === undefined;
    const found = isNamed ? facts.find(input.miner_model ?? "") : { model: null };
    if (isNamed && found.model === null) return { ok: false, fields: ["miner_model"] };
    const { break_even, assumptions, ...output } = calculate(input, { ...facts, model: found.model });
    const { daily_revenue, daily_cost, daily_profit, daily_revenue_sats, hashprice_usd_per_ph_day } = output;
    return {
      ...{ ok: true, daily_revenue, daily_cost, daily_profit, daily_revenue_sats, hashprice_usd_per_ph_day },
      break_even: { cash: break_even.cash },
      machine: assumptions.machine,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, fields: error.details.errors?.map(({ path, message }) => [path, message]) };
  }
}

describe("a row of a batch", () => {
  test("has the single calculation's figures to the last bit, or its errors in the same words", () => {
    let good = 0;
    let wrong = 0;
    fc.assert(
      fc.property(anyRow, defaults, (raw, given) => {
        const facts = factsWith(given);
        const result = batchRow(raw, 3, facts);
        const expected = single(raw, facts);
        expect(result).toMatchObject({ row: 3, label: raw.label ?? null });
        if (!result.ok) {
          wrong++;
          const isUnknown = result.errors[0]?.code === "unknown_model";
          const fields = isUnknown ? ["miner_model"] : result.errors.map(({ path, message }) => [path, message]);
          expect({ ok: false, fields }).toStrictEqual(expected);
          return;
        }
        good++;
        const { row: _row, label: _label, quantity: _quantity, electricity_cost: _cost, ...figures } = result;
        expect(figures).toStrictEqual(expected);
      }),
      { numRuns: 2000 },
    );
    // Both sides were looked at.
    expect(Math.min(good, wrong)).toBeGreaterThan(50);
  });

  test.each([[null], [7], ["s21"], [[]]])("that is no object says so: %j", (raw) => {
    expect(batchRow(raw, 0, factsWith())).toMatchObject({ ok: false, label: null, errors: [{ path: "" }] });
  });

  test("says what an unknown name may have meant, and takes nothing for it", () => {
    const result = batchRow({ miner_model: "s21x", electricity_cost: 0.05, label: "A" }, 0, factsWith());
    expect(result).toMatchObject({ ok: false, label: "A", errors: [{ path: "miner_model", code: "unknown_model" }] });
    expect(JSON.stringify(result)).toContain("Did you mean Antminer S21 200T?");
  });

  test("knows no fields of its own making", () => {
    const row = JSON.parse(
      '{"miner_model": "s21", "electricity_cost": 0.05, "__proto__": {"quantity": 5}, "horizon_months": 3}',
    );
    const result = batchRow(row, 0, factsWith());
    expect(result.ok ? [] : result.errors.map(({ path }) => path).toSorted()).toEqual(["__proto__", "horizon_months"]);
  });
});

test("totals are the sums of the good rows alone", () => {
  const rows = [
    { miner_model: "s21", quantity: 10, electricity_cost: 0.06 },
    { hashrate_th: 100, power_w: 3500, electricity_cost: 0.2, quantity: 2 },
    { quantity: 5 },
  ];
  const results = rows.map((row, at) => batchRow(row, at, factsWith()));
  const profits = results.map((result: BatchResult) => (result.ok ? result.daily_profit : 0));
  const totals = batchTotals(results);
  expect(totals).toMatchObject({
    ...{ rows_ok: 2, rows_refused: 1, rows_losing: 1, machines: 12, hashrate_th: 2200, power_w: 42_500 },
    efficiency_j_per_th: 42_500 / 2200,
  });
  expect(totals.daily_profit).toBeCloseTo(
    profits.reduce((sum, profit) => sum + profit, 0),
    9,
  );
  expect(totals.daily_profit).toBeCloseTo(totals.daily_revenue - totals.daily_cost, 9);
  expect(batchTotals([])).toMatchObject({ machines: 0, daily_profit: 0, efficiency_j_per_th: null });
});
