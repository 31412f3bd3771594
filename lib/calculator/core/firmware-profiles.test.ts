import { expect, test } from "vitest";
import { calculateExample } from "@/lib/testing/calculation";

const profiles = [
  { hashrate_th: 160, power_w: 2400 },
  { hashrate_th: 230, power_w: 4600 },
];

test("dear power favours the frugal profile, cheap power the fast one, and every figure follows", () => {
  const dear = calculateExample({ profiles, electricity_cost: 0.1 });
  expect(dear.profiles?.map(({ best }) => best)).toEqual([false, true, false]);
  expect(dear.assumptions.machine).toMatchObject({ hashrate_th: 160, power_w: 2400, source: "profile" });
  expect(dear.daily_profit).toBe(dear.profiles?.[1]?.daily_profit);
  expect(dear.chart_data[0]?.hashrate_th).toBe(160);
  const cheap = calculateExample({ profiles, electricity_cost: 0.02 });
  expect(cheap.profiles?.map(({ best }) => best)).toEqual([false, false, true]);
});

test("the machine as given wins where no profile is better", () => {
  const worse = calculateExample({ profiles: [{ hashrate_th: 100, power_w: 3500 }] });
  expect(worse.profiles?.[0]).toMatchObject({ hashrate_th: 200, power_w: 3500, best: true });
  expect(worse.assumptions.machine.source).toBe("input");
});

test("without profiles nothing is compared", () => {
  expect(calculateExample().profiles).toBeNull();
});
