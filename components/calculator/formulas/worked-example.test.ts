import { describe, expect, it } from "vitest";
import { calculate } from "@/lib/calculator/core/calculate";
import { draftToRequest } from "@/lib/calculator/core/draft";
import { machineOfDraft } from "@/lib/calculator/core/machine-of-draft";
import { mergeMarket } from "@/lib/calculator/core/market-facts";
import { CalculateInput } from "@/lib/calculator/schemas";
import { toPickerModel } from "@/lib/machines/core/picker-model";
import { shippedCatalogue } from "@/lib/machines/index";
import { composeMarket } from "@/lib/market/core/compose-market";
import { fixedMachine } from "./fixed-machine";
import { FIXED_ROWS } from "./fixed-rows";
import { workedExample } from "./worked-example";

const today = "2026-11-23";
const market = composeMarket({ readings: [], lastSnapshot: null, epochs: [] }, new Date(`${today}T12:00:00Z`));
const machine = machineOfDraft(shippedCatalogue.map(toPickerModel), {});
const example = workedExample(machine, market, today);

describe("the worked example", () => {
  it("is what the calculator answers for one machine", () => {
    const input = CalculateInput.parse(draftToRequest({ quantity: "1" }, machine).request);
    const facts = mergeMarket(input.market, market, { start: today, today });
    const answer = calculate(input, { model: machine && { ...machine, label: machine.name }, market: facts, today });
    expect(example.result).toEqual(answer);
  });

  it("comes out of the formulas as they are written on the page", () => {
    const { terms, result, market: facts } = example;
    const D = facts.difficulty.value;
    const R = Math.floor(5e9 / 2 ** example.halvings);
    const F = facts.fees_sats_per_block.value;
    const P = facts.btc_price.value;
    expect(R).toBe(facts.block_subsidy_sats.value);

    const s = ((1e12 * 86_400) / (D * 2 ** 32)) * (R + F);
    const H = ((1000 * s) / 1e8) * P;
    expect(result.sats_per_th_day).toBeCloseTo(s, 9);
    expect(result.hashprice_usd_per_ph_day).toBeCloseTo(H, 9);

    const N = (facts.network_hashrate_ehs.value ?? Number.NaN) * 1e6;
    expect(example.shareSatsPerThDay).toBeCloseTo((1 / N) * 144 * (R + F), 9);
    expect(result.algorithms.gap_pct).toBeCloseTo(((example.shareSatsPerThDay ?? 0) / s - 1) * 100, 6);

    const f = terms.pool.fee;
    const V = s * (1 - f) * terms.machine.hashrate_th * terms.runShare * terms.acceptedShare * (P / 1e8);
    const Q = (terms.machine.power_w / 1000) * 24 * terms.runShare * terms.electricityUsdPerKwh;
    expect(example.paidSatsPerThDay).toBeCloseTo(s * (1 - f), 9);
    expect(result.daily_revenue).toBeCloseTo(V, 9);
    expect(result.daily_cost).toBeCloseTo(Q, 9);
    expect(result.daily_profit).toBeCloseTo(V - Q, 9);
    expect(example.ppsRevenue).toBeCloseTo((V * R) / (R + F), 9);

    const E = terms.machine.efficiency_j_per_th;
    const M = example.energyKwhDay / 1000;
    const r = terms.discountRateYear;
    const T = terms.horizonMonths / 12;
    const I = terms.machinePriceUsd ?? 0;
    const S = I * terms.residualShare;
    const K = ((I - S / (1 + r) ** T) * ((1 + r) ** (1 / 365.25) - 1)) / (1 - (1 + r) ** -T);
    expect(example.capitalUsdDay).toBeCloseTo(K, 9);
    expect(result.break_even.gross_electricity_usd_per_mwh).toBeCloseTo(H / (0.024 * E), 9);
    expect(result.break_even.cash.electricity_usd_per_mwh).toBeCloseTo(V / M, 9);
    expect(result.break_even.full.electricity_usd_per_mwh).toBeCloseTo((V - K) / M, 9);

    const g = terms.growthPctEpoch / 100;
    expect(example.epochDays).toBeCloseTo((2016 * 600) / (1 + g) / 86_400, 9);
    expect(example.growthPct.nominalMonth).toBeCloseTo(((1 + g) ** (30.4375 / 14) - 1) * 100, 9);
    expect(example.growthPct.projectedMonth).toBeCloseTo(((1 + g) ** ((30.4375 * (1 + g)) / 14) - 1) * 100, 9);
    expect(example.aged.hashrateTh).toBeCloseTo(terms.machine.hashrate_th * 0.95 ** 3, 9);
    expect(example.aged.efficiencyJPerTh).toBeCloseTo(E / 0.95 ** 3, 9);
    expect(example.monthlyRate).toBeCloseTo((1 + r) ** (1 / 12) - 1, 12);
  });

  it("needs a machine", () => {
    expect(() => workedExample(null, market, today)).toThrow("not in the catalogue");
  });
});

describe("the figures to check by hand", () => {
  it("are those of the specification", () => {
    expect(FIXED_ROWS.map((row) => [row.satsPerThDay.toFixed(10), row.hashpriceUsdPerPhDay.toFixed(10)])).toEqual([
      ["62.8642737865", "62.8642737865"],
      ["51.0960817337", "48.5412776470"],
    ]);
    expect(FIXED_ROWS.map((row) => row.breakEven.map((value) => value.toFixed(6)))).toEqual([
      ["174.622983", "149.676842", "121.829988", "87.311491"],
      ["134.836882", "115.574471", "94.072244", "67.418441"],
    ]);
    const { revenue, energy, net } = fixedMachine();
    expect([revenue, energy, net].map((value) => value.toFixed(8))).toEqual(["9.22866771", "4.88880000", "4.33986771"]);
  });
});
