import { describe, expect, it } from "vitest";
import { CurtailmentSimulationInput } from "@/lib/analytics/core/curtailment/simulation-schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { type CurtailmentDraft, FIRST_NUMBERS, readCurtailment, writeCurtailment } from "./curtailment-draft";
import { curtailmentRequest, peakHours } from "./curtailment-request";
import { hoursCsv, hoursIn, hoursOff, monthsOf, weeksOf } from "./curtailment-rows";

const S19 = {
  id: "antminer-s19-pro-110t",
  name: "Antminer S19 Pro 110T",
  hashrate_th: 110,
  power_w: 3250,
} as PickerModel;
const FIRST = readCurtailment(new URLSearchParams(), "2025-01-01");
const AROUND = { models: [S19], ownMachines: 0, prices: null };
const asked = (more: Partial<CurtailmentDraft>, around = AROUND) => curtailmentRequest({ ...FIRST, ...more }, around);
const numbers = (more: Partial<CurtailmentDraft["numbers"]>) => ({ numbers: { ...FIRST_NUMBERS, ...more } });

describe("what is asked", () => {
  it("is a year of a tariff with peaks, for the sample fleet", () => {
    const { request, problems } = asked({});
    expect(problems).toEqual([]);
    expect(CurtailmentSimulationInput.parse(request)).toMatchObject({
      start: "2025-01-01T00:00:00.000Z",
      tariff: { hours: 8_760, base_usd_per_mwh: 40, peak_hours: [16, 17, 18, 19, 20], peak_weekdays: [1, 2, 3, 4, 5] },
      machines: [{ id: "1", hashrate_th: 110, power_w: 3_250, quantity: 100 }],
      pool_fee_pct: 2,
    });
  });

  it("is the file's hours from the day on, with the credit", () => {
    const usdPerMwh = Array.from({ length: 24 * 60 }, (_, hour) => hour);
    const prices = { name: "a.csv", start: "2025-01-01T00:00:00.000Z", usdPerMwh };
    const file = { source: "file" as const, from: "2025-01-02", ...numbers({ months: "1", credit: "7", base: "" }) };
    const { request, problems } = asked(file, { ...AROUND, prices } as never);
    expect(problems).toEqual([]);
    const { hours, tariff } = CurtailmentSimulationInput.parse(request);
    expect([hours?.length, hours?.[0], tariff]).toEqual([
      31 * 24,
      { price_usd_per_mwh: 24, credit_usd_per_mwh: 7 },
      undefined,
    ]);
    const before = asked({ ...file, from: "2024-12-31" }, { ...AROUND, prices } as never);
    expect(before.problems).toContainEqual({ path: "from", code: "invalid" });
    expect(asked(file).request, "without its file there is nothing to ask").toBeNull();
  });

  it("says of each field what is wrong with it", () => {
    const { request, problems } = asked(
      numbers({ base: "cheap", months: "13", pool_fee: "120", min_off: "", restart: "-1", train: "0" }),
    );
    expect(request).toBeNull();
    expect(problems).toEqual(
      expect.arrayContaining([
        { path: "base", code: "not_a_number" },
        { path: "months", code: "too_big", limit: "12" },
        { path: "pool_fee", code: "too_big", limit: "100" },
        { path: "min_off", code: "required" },
        { path: "restart", code: "too_small", limit: "0" },
        { path: "train", code: "too_small", limit: "1" },
      ]),
    );
  });

  it("has peaks over midnight too", () => {
    expect(peakHours(16, 21)).toEqual([16, 17, 18, 19, 20]);
    expect(peakHours(22, 2)).toEqual([0, 1, 22, 23]);
    expect(peakHours(0, 24)).toHaveLength(24);
    expect(peakHours(5, 5)).toEqual([]);
  });

  it("goes into an address and comes out of it as it was", () => {
    const draft: CurtailmentDraft = {
      ...FIRST,
      source: "file",
      market: "real_time",
      weekdays: [6, 7],
      peakMonths: [6, 7, 8],
      window: "2025-03",
      ...numbers({ restart: "30", max_mw: "2.5" }),
    };
    expect(readCurtailment(writeCurtailment(draft), "2020-01-01")).toEqual(draft);
    expect(writeCurtailment(FIRST).toString()).toBe("from=2025-01-01");
  });
});

describe("what is shown", () => {
  const hours = Array.from({ length: 24 * 40 }, (_, hour) => ({
    at: new Date(Date.parse("2025-01-01T00:00:00Z") + hour * 3_600_000).toISOString(),
    price_usd_per_mwh: hour,
    credit_usd_per_mwh: 0,
    machines_on: hour % 24 === 0 ? 0 : hour % 24 === 1 ? 4 : 10,
    mw: 1,
    profit_usd: 0.1 + 0.2,
  }));

  it("is exactly the window that was asked for", () => {
    expect(monthsOf(hours)).toEqual(["2025-01", "2025-02"]);
    expect(weeksOf(hours).slice(0, 3)).toEqual(["2025-01-01", "2025-01-06", "2025-01-13"]);
    const month = hoursIn(hours, "2025-02");
    expect([month.length, month[0]?.at]).toEqual([9 * 24, "2025-02-01T00:00:00.000Z"]);
    const week = hoursIn(hours, "2025-01-06");
    expect([week.length, week.at(-1)?.at]).toEqual([168, "2025-01-12T23:00:00.000Z"]);
    expect(hoursIn(hours, "2024-05"), "a window of another year").toHaveLength(960);
  });

  it("counts what was off", () => {
    expect(hoursOff(hours, 10)).toEqual({ some: 80, all: 40, machineHours: 640, sharePct: (100 * 640) / 9_600 });
  });

  it("writes every hour, unrounded", () => {
    const [head, first] = hoursCsv(hours).split("\r\n");
    expect(head).toBe("at,price_usd_per_mwh,credit_usd_per_mwh,machines_on,mw,profit_usd");
    expect(first).toContain("0.30000000000000004");
  });
});
