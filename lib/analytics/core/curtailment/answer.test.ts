import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInput } from "@/lib/kernel/use-case";
import { largeFleet, smallFleets } from "@/lib/testing/curtailment/random-fleets";
import { runSchedule } from "@/lib/testing/curtailment/run-schedule";
import { solveWithHighs } from "../../adapters/highs";
import type { Column } from "../column";
import { answerOf, shareOut } from "./answer";
import { curtail } from "./curtail";
import { problemOfInput } from "./problem-of-input";
import { CurtailmentInput } from "./schemas";

async function answer(raw: unknown) {
  const problem = problemOfInput(parseInput(CurtailmentInput, raw));
  return answerOf(problem, await curtail(problem, solveWithHighs));
}

const S21 = { id: "s21", hashrate_th: 200, power_w: 3500 };
const S19 = { id: "s19", hashrate_th: 100, power_w: 3250 };
/** 1 TH/s earns $0.002 an hour: an S21 $0.40, an S19 $0.20. */
const terms = { hashprice_usd_per_ph_day: 48, pool_fee_pct: 0, min_off_hours: 0, restart_minutes: 0 };
const prices = (...all: number[]) => all.map((price_usd_per_mwh) => ({ price_usd_per_mwh }));
const running = ({ schedule }: Awaited<ReturnType<typeof answer>>, id: string) =>
  schedule.map(({ active }) => active[id]);

describe("worked by hand", () => {
  const hours = [...prices(40), { price_usd_per_mwh: 200, credit_usd_per_mwh: 100 }, ...prices(61, 40)];
  const machines = [
    { ...S21, quantity: 2 },
    { ...S19, quantity: 1 },
  ];

  test("each machine and hour for itself", async () => {
    // S21: 0.26, credit 0.35 (running: −0.30), 0.1865, 0.26. S19: 0.07, 0.325, 0.00175, 0.07.
    const found = await answer({ ...terms, hours, machines });
    expect(running(found, "s21")).toEqual([2, 0, 2, 2]);
    expect(running(found, "s19")).toEqual([1, 0, 1, 1]);
    expect(found.total_profit_usd).toBeCloseTo(2 * 1.0565 + 0.46675, 10);
    expect(found.always_on_profit_usd).toBeCloseTo(2 * (0.26 - 0.3 + 0.1865 + 0.26) + 0.07 - 0.45 + 0.00175 + 0.07, 10);
    expect(found.never_on_profit_usd).toBeCloseTo(0.1 * (2 * 3.5 + 3.25), 10);
    expect(found.merit_order_profit_usd).toBe(found.total_profit_usd);
    expect(found).toMatchObject({ status: "optimal", reason: null, gap_pct: 0, bound_usd: found.total_profit_usd });
    expect(found.schedule[1]).toEqual({
      hour: 1,
      active: { s21: 0, s19: 0 },
      mw: 0,
      profit_usd: expect.closeTo(1.025),
    });
    expect(found.schedule[0]?.mw).toBe(0.01025);
  });

  test("half an hour to restart keeps the S19 off for one hour more, where it hardly earns", async () => {
    // Back in hour 2 it would earn 0.00175 − 0.10, in hour 3 0.07 − 0.10, so it stays off to the end, which costs nothing.
    const found = await answer({ ...terms, restart_minutes: 30, hours, machines });
    expect(running(found, "s19")).toEqual([1, 0, 0, 0]);
    expect(running(found, "s21")).toEqual([2, 0, 2, 2]);
    expect(found.total_profit_usd).toBeCloseTo(2 * (1.0565 - 0.2) + 0.07 + 0.325, 10);
    expect(found.merit_order_profit_usd).toBeCloseTo(2 * (1.0565 - 0.2) + 0.46675 - 0.1, 10);
  });

  test("a least time off that the merit order breaks leaves it without a figure", async () => {
    const found = await answer({ ...terms, min_off_hours: 2, hours, machines });
    expect(found.merit_order_profit_usd).toBeNull();
    expect(running(found, "s21")).toEqual([2, 0, 0, 2]);
    expect(found.total_profit_usd).toBeCloseTo(2 * (0.26 + 0.35 + 0.26) + 0.07 + 0.325 + 0.07, 10);
  });

  test("limits run the most efficient first, and keep a least load through dear hours", async () => {
    const found = await answer({ ...terms, hours, machines, max_mw: 0.0105, min_mw: 0.003 });
    expect(found.status).toBe("optimal");
    const tight = await answer({ ...terms, hours, machines, max_mw: 0.007, min_mw: 0.003 });
    // In hour 1 someone must run: the S19 loses 0.45 + 0.325 of credit, an S21 0.30 + 0.35.
    expect(running(tight, "s21")).toEqual([2, 1, 2, 2]);
    expect(running(tight, "s19")).toEqual([0, 0, 0, 0]);
    expect(tight).toMatchObject({
      always_on_profit_usd: null,
      never_on_profit_usd: null,
      merit_order_profit_usd: null,
    });
  });
});

describe("what is on the edge", () => {
  test("a hashprice of zero: nothing is lost by being off, and a tie is run", async () => {
    const found = await answer({ ...terms, hashprice_usd_per_ph_day: 0, hours: prices(0, 10, -10), machines: [S21] });
    expect(running(found, "s21")).toEqual([1, 0, 1]);
    expect(found.total_profit_usd).toBeCloseTo(0.035, 12);
  });

  test("the price at which power eats all of the revenue is a tie whatever its rounding", async () => {
    const fleet = fc.record({
      hashrate_th: fc.double({ min: 50, max: 500, noNaN: true }),
      power_w: fc.double({ min: 1000, max: 9000, noNaN: true }),
      hashprice: fc.double({ min: 10, max: 90, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fleet, async ({ hashrate_th, power_w, hashprice }) => {
        const breakEven = (hashprice * 0.98) / ((power_w / hashrate_th) * 0.024);
        const found = await answer({
          ...terms,
          pool_fee_pct: 2,
          hashprice_usd_per_ph_day: hashprice,
          hours: prices(breakEven, breakEven * (1 + 1e-9)),
          machines: [{ id: "a", hashrate_th, power_w }],
        });
        expect(running(found, "a")).toEqual([1, 0]);
      }),
    );
  });

  test("no hours, no machines, none of a machine", async () => {
    expect(await answer({ ...terms, hours: [], machines: [S21], min_mw: 5 })).toMatchObject({
      status: "optimal",
      schedule: [],
      total_profit_usd: 0,
    });
    expect(await answer({ ...terms, hours: prices(90), machines: [] })).toMatchObject({ total_profit_usd: 0 });
    const none = await answer({ ...terms, hours: prices(900), machines: [{ ...S21, quantity: 0 }], max_mw: 0 });
    expect([none.status, running(none, "s21")]).toEqual(["optimal", [0]]);
  });

  test("a million machines", async () => {
    const found = await answer({
      ...terms,
      hours: prices(40, 40),
      machines: [{ ...S21, quantity: 1e6 }],
      max_mw: 1750,
    });
    expect(running(found, "s21")).toEqual([5e5, 5e5]);
    expect(found).toMatchObject({ status: "optimal", total_profit_usd: expect.closeTo(5e5 * 0.52, 4) });
  });

  test("a load that is the limit up to the rounding of its sum keeps it", async () => {
    const machine = { id: "a", hashrate_th: 100, power_w: 3000.1, quantity: 3 };
    const found = await answer({ ...terms, hours: prices(10), machines: [machine], max_mw: 0.0090003 });
    expect(running(found, "a")).toEqual([3]);
  });

  test("only some machines fit between narrow limits: which is found, or ruled out", async () => {
    const machines = [
      { ...S21, quantity: 3 },
      { ...S19, quantity: 3 },
    ];
    const found = await answer({ ...terms, hours: prices(10, 900), machines, max_mw: 0.01, min_mw: 0.01 });
    expect([found.status, running(found, "s21"), running(found, "s19")]).toEqual(["optimal", [1, 1], [2, 2]]);
    const none = await answer({ ...terms, hours: prices(10), machines, max_mw: 0.0099, min_mw: 0.0098 });
    expect(none).toMatchObject({ status: "infeasible", schedule: [], total_profit_usd: null, bound_usd: null });
    expect(none.reason).toContain("between min_mw and max_mw");
  });

  test("limits that nobody can keep say why", async () => {
    const one = { ...terms, hours: prices(10), machines: [S21] };
    expect((await answer({ ...one, min_mw: 2, max_mw: 1 })).reason).toBe("min_mw is above max_mw.");
    expect((await answer({ ...one, min_mw: 0.004 })).reason).toContain("draw 0.0035 MW, which is less than min_mw");
  });
});

test("what is wrong with the input is said by its place", () => {
  const refusal = (raw: unknown) => {
    try {
      parseInput(CurtailmentInput, raw);
    } catch (error) {
      return JSON.stringify(error instanceof Error && "details" in error ? error.details : error);
    }
    return "none";
  };
  const good = { ...terms, hours: prices(1), machines: [S21] };
  expect(refusal({ ...good, hours: [{ price_usd_per_mwh: "40" }] })).toContain("hours.0.price_usd_per_mwh");
  expect(refusal({ ...good, machines: [S21, S21] })).toContain('There are two machines \\"s21\\"');
  expect(refusal({ ...good, machines: [{ ...S21, quantity: 1.5 }] })).toContain("machines.0.quantity");
  expect(refusal({ ...good, min_off_hours: -1 })).toContain("min_off_hours");
  expect(refusal({ ...good, hours: "all" })).toContain("hours must be a list");
  const many = Array.from({ length: 5000 }, (_, index) => ({ ...S21, id: String(index) }));
  expect(refusal({ ...good, hours: prices(...Array(2000).fill(1)), machines: many })).toContain("at most 5,000,000");
  expect(refusal(good)).toBe("none");
});

describe("who of those that are alike is off", () => {
  test("who went off first comes back first", () => {
    const active = new Map<string, Column>();
    const off = Float64Array.from([1, 2, 3, 2, 1, 2, 0]);
    shareOut(
      [
        { ...machine("a"), quantity: 1 },
        { ...machine("b"), quantity: 2 },
      ],
      off,
      active,
    );
    expect([...(active.get("a") ?? [])]).toEqual([0, 0, 0, 1, 1, 0, 1]);
    expect([...(active.get("b") ?? [])]).toEqual([2, 1, 0, 0, 1, 1, 2]);
  });

  test("every schedule can be run machine by machine, and then earns what it says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(smallFleets("limits"), smallFleets("no limits")), async (input) => {
        const found = await answer(input);
        if (found.status !== "infeasible")
          expect(runSchedule(input, found)).toBeCloseTo(found.total_profit_usd ?? 0, 9);
      }),
      { numRuns: 100 },
    );
    for (const limits of [{}, { most: 0.6, least: 0.4 }]) {
      const input = largeFleet({ kinds: 60, hours: 96, seed: 4 }, limits);
      const twins = { ...input, machines: input.machines.flatMap((one) => [one, { ...one, id: `${one.id}'` }]) };
      const found = await answer(twins.max_mw === undefined ? twins : { ...twins, max_mw: twins.max_mw * 2 });
      expect(runSchedule({ ...twins, max_mw: undefined }, found)).toBeCloseTo(found.total_profit_usd ?? 0, 6);
    }
  });
});

const machine = (id: string) => ({ id, hashrateThs: 100, powerW: 3000 });
