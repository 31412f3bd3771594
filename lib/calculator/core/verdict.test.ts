import { expect, it } from "vitest";
import { calculateExample } from "@/lib/testing/calculation";
import { turningPoint, verdict } from "./verdict";

it.each([
  ["earns", {}],
  ["earnsAndPays", { machine_price_usd: 500 }],
  ["earnsNever", { machine_price_usd: 50_000 }],
  ["loses", { electricity_cost: 0.2 }],
  ["nothing", { electricity_cost: 0, uptime_pct: 0 }],
])("%s", (expected, changes) => {
  expect(verdict(calculateExample(changes))).toBe(expected);
});

it("turns at the operating break-even", () => {
  const earning = calculateExample({ other_costs_usd_day: 1 });
  expect(turningPoint(earning)).toEqual({
    kind: "stops",
    hashprice: earning.break_even.operating.hashprice_usd_per_ph_day,
    usdPerKwh: (earning.break_even.operating.electricity_usd_per_mwh ?? 0) / 1000,
  });
  expect(turningPoint(calculateExample({ electricity_cost: 0.2 }))?.kind).toBe("starts");
  expect(turningPoint(calculateExample({ other_costs_usd_day: 100 }))?.kind).toBe("startsFree");
  expect(turningPoint(calculateExample({ uptime_pct: 0 }))).toBeNull();
});
