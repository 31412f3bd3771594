import { expect, it } from "vitest";
import { problemOf } from "./problem";
import { stopPrices } from "./stop-prices";

const problem = (machines: { hashrateThs: number; powerW: number; quantity: number }[]) =>
  problemOf({
    powerUsdPerMwh: new Float64Array(2),
    creditUsdPerMwh: new Float64Array(2),
    usdPerTh: Float64Array.of(0.001, 0.003),
    machines: machines.map((machine, index) => ({ id: String(index), ...machine })),
    minOffHours: 1,
    restartHours: 0,
    maxMw: undefined,
    minMw: undefined,
  });

it("are what a MWh earns: first the least efficient stop, last the most", () => {
  const found = stopPrices(
    problem([
      { hashrateThs: 200, powerW: 4_000, quantity: 1 },
      { hashrateThs: 100, powerW: 4_000, quantity: 3 },
      { hashrateThs: 900, powerW: 4_000, quantity: 0 },
    ]),
  );
  expect(found?.last_usd_per_mwh).toBeCloseTo(100, 9);
  expect(found?.first_usd_per_mwh).toBeCloseTo(50, 9);
  expect(found?.fleet_usd_per_mwh).toBeCloseTo((0.002 * 500) / 0.016, 9);
});

it("are none without machines", () => {
  expect(stopPrices(problem([]))).toBeNull();
});
