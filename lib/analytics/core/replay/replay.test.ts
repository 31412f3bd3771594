import fc from "fast-check";
import { expect, it } from "vitest";
import { dailyFigures, energyKwhDay, paidHashrateTh } from "@/lib/calculator/core/daily-figures";
import { marketOfInput } from "@/lib/calculator/core/market-facts";
import { poolReward } from "@/lib/calculator/core/pool-reward";
import { resolveTerms } from "@/lib/calculator/core/terms";
import type { MiningDays } from "@/lib/kernel/bitcoin/mining-days";
import { isoDate } from "@/lib/kernel/calendar";
import { compareHolding } from "./compare-holding";
import type { FleetRow } from "./fleet-row";
import { type ReplayTerms, replay } from "./replay";

const FEE = 0.02;
const terms: ReplayTerms = {
  payout: (subsidy, fees) => (subsidy + fees) * (1 - FEE),
  otherCostsUsdDay: 0,
  standsStill: "never",
  hashrateShare: () => 1,
};
const row: FleetRow = {
  quantity: 1,
  hashrateTh: 200,
  paidTh: 200,
  energyUsdDay: 5,
  costUsd: 0,
  since: null,
};

function historyOf(days: readonly (readonly [price: number, difficulty: number])[]): MiningDays {
  return {
    days: days.map((_, index) => isoDate(Date.UTC(2026, 0, 1 + index))),
    price: Float64Array.from(days, ([price]) => price),
    difficulty: Float64Array.from(days, ([, difficulty]) => difficulty),
    subsidy: Float64Array.from(days, () => 312_500_000),
    fees: Float64Array.from(days, () => 5_000_000),
    carried: [],
  };
}
const sum = (column: Float64Array, from = 0, to = column.length): number =>
  column.subarray(from, to).reduce((total, value) => total + value, 0);

const days = fc.array(
  fc.tuple(fc.double({ min: 1, max: 200_000, noNaN: true }), fc.double({ min: 1e12, max: 2e14, noNaN: true })),
  {
    minLength: 2,
    maxLength: 40,
  },
);
const fleets = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 500 }),
    hashrateTh: fc.double({ min: 1, max: 500, noNaN: true }),
    energyUsdDay: fc.double({ min: -10, max: 500, noNaN: true }),
    costUsd: fc.double({ min: 0, max: 1e6, noNaN: true }),
    since: fc.integer({ min: -30, max: 60 }),
  }),
  { maxLength: 6 },
);
const fleetOf = (given: readonly (Omit<FleetRow, "paidTh" | "since"> & { since: number })[]): FleetRow[] =>
  given.map(({ since, ...one }) => ({
    ...one,
    paidTh: one.hashrateTh * 0.95,
    since: isoDate(Date.UTC(2026, 0, 1 + since)),
  }));
const fading: ReplayTerms = { ...terms, hashrateShare: (age) => Math.exp(-0.001 * age) };

it("earns on a day what the calculator says for that day's market", () => {
  const input = {
    hashrate_th: 200,
    power_w: 3500,
    quantity: 7,
    electricity_cost: 0.06,
    uptime_pct: 93,
    rejected_pct: 1,
  };
  const resolved = resolveTerms(input, null, "2026-01-01");
  const fleet: FleetRow[] = [
    {
      ...row,
      quantity: 7,
      hashrateTh: 1_400,
      paidTh: paidHashrateTh(resolved),
      energyUsdDay: energyKwhDay(resolved) * resolved.electricityUsdPerKwh,
    },
  ];
  const out = replay(
    fleet,
    { ...terms, payout: (subsidy, fees) => poolReward(resolved.pool, subsidy, fees) },
    historyOf([
      [95_000, 1.25e14],
      [40_000, 0.9e14],
    ]),
  );
  for (const [index, [btc_price, difficulty]] of [[95_000, 1.25e14] as const, [40_000, 0.9e14] as const].entries()) {
    const market = marketOfInput({ btc_price, difficulty, block_height: 930_000, fees_sats_per_block: 5_000_000 });
    if (!market) throw new Error("the market is complete");
    const today = dailyFigures(resolved, market);
    expect(out.sats[index]).toBe(today.daily_revenue_sats);
    expect(out.revenueUsd[index]).toBe(today.daily_revenue);
    expect(out.energyUsd[index]).toBe(today.daily_cost);
  }
});

it("stands still on what the day before said, and runs on the first day", () => {
  const out = replay(
    [row],
    { ...terms, standsStill: "at_a_loss" },
    historyOf([
      [95_000, 1.25e14],
      [1_000, 1.25e14],
      [1_000, 1.25e14],
      [95_000, 1.25e14],
      [95_000, 1.25e14],
    ]),
  );
  expect([...out.running], "it learns of a fall and of a rise a day late").toEqual([1, 1, 0, 0, 1]);
  expect([...out.energyUsd]).toEqual([5, 5, 0, 0, 5]);
});

it("is there from its own first day on, and is paid for on that day", () => {
  const late = { ...row, since: "2026-01-03", costUsd: 3_000 };
  const early = { ...row, since: "2025-12-31", costUsd: 900 };
  const out = replay(
    [late, early],
    { ...terms, hashrateShare: (age) => 2 ** -age },
    historyOf(Array.from({ length: 4 }, () => [95_000, 1.25e14] as const)),
  );
  expect([...out.machines]).toEqual([1, 1, 2, 2]);
  expect([...out.capitalUsd], "what was bought before is paid for").toEqual([0, 0, 3_000, 0]);
  expect([...out.hashrateTh]).toEqual([100, 50, 200 + 25, 100 + 12.5]);
});

it("decides for each row as if it were alone", () => {
  fc.assert(
    fc.property(days, fleets, (market, given) => {
      const how = { ...fading, standsStill: "at_a_loss" as const };
      const fleet = fleetOf(given);
      const together = replay(fleet, how, historyOf(market));
      const apart = fleet.map((one) => replay([one], how, historyOf(market)));
      for (const name of ["running", "sats", "energyUsd"] as const)
        for (const [day, value] of together[name].entries())
          expect(value).toBeCloseTo(
            apart.reduce((all, one) => all + (one[name][day] ?? 0), 0),
            6,
          );
    }),
  );
});

it("knows nothing of a later day", () => {
  fc.assert(
    fc.property(days, fleets, fc.nat(), fc.boolean(), (market, given, cut, picky) => {
      const until = cut % market.length;
      const changed = market.map(([price, difficulty], day) =>
        day <= until ? ([price, difficulty] as const) : ([price * 3 + 7, difficulty / 2] as const),
      );
      const how = { ...fading, standsStill: picky ? ("at_a_loss" as const) : ("never" as const) };
      const [one, other] = [market, changed].map((each) => replay(fleetOf(given), how, historyOf(each)));
      for (const [name, column] of Object.entries(one ?? {}))
        expect([...column].slice(0, until + 1), name).toEqual(
          [...(other?.[name as keyof typeof other] ?? [])].slice(0, until + 1),
        );
    }),
  );
});

it("is whole: the parts of a period are what the period is", () => {
  fc.assert(
    fc.property(days, fleets, fc.nat(), (market, given, cut) => {
      const at = 1 + (cut % (market.length - 1));
      const whole = replay(fleetOf(given), fading, historyOf(market));
      const history = historyOf(market);
      const part = (from: number, to: number): MiningDays => ({
        days: history.days.slice(from, to),
        price: history.price.slice(from, to),
        difficulty: history.difficulty.slice(from, to),
        subsidy: history.subsidy.slice(from, to),
        fees: history.fees.slice(from, to),
        carried: [],
      });
      const parts = [part(0, at), part(at, market.length)].map((each) => replay(fleetOf(given), fading, each));
      for (const name of ["sats", "revenueUsd", "energyUsd", "capitalUsd"] as const) {
        const total = parts.reduce((all, each) => all + sum(each[name]), 0);
        expect(total).toBeCloseTo(sum(whole[name]), 4);
      }
    }),
  );
});

it("compares with the same money: nothing is spent twice, nothing before it was spent", () => {
  fc.assert(
    fc.property(days, fleets, (market, given) => {
      const history = historyOf(market);
      const mined = replay(fleetOf(given), terms, history);
      const compared = compareHolding(mined, history);
      const spent = sum(mined.energyUsd) + sum(mined.otherUsd) + sum(mined.capitalUsd);
      expect(compared.spentUsd).toBeCloseTo(spent, 4);
      expect(compared.sold.gainUsd).toBeCloseTo(sum(mined.revenueUsd) - spent, 4);
      expect(compared.kept.sats).toBeCloseTo(sum(mined.sats), 0);
    }),
  );
});

it("buys by hand what the money buys", () => {
  const history = historyOf([
    [100_000, 1.25e14],
    [50_000, 1.25e14],
  ]);
  const compared = compareHolding(replay([{ ...row, costUsd: 1_000 }], terms, history), history);
  // $5 of power a day; $1,000 at once, or $500 on each of two days.
  expect(compared.bought.sats).toBeCloseTo(1_005 * 1_000 + 5 * 2_000, 6);
  expect(compared.averaged.sats).toBeCloseTo(505 * 1_000 + 505 * 2_000, 6);
  expect(compared.bought.valueUsd).toBeCloseTo(507.5, 6);
  expect(compared.capitalUsd).toBe(1_000);
});
