import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { reportOf } from "@/lib/testing/report-of";
import type { Report } from "../report";
import { xlsxReport } from "./xlsx-report";

const sheetsOf = async (report: Report) => {
  const sheets = await readWorkbook(Buffer.from(await xlsxReport(report)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
};

describe("xlsxReport", () => {
  it("has a sheet for each view of one scenario", async () => {
    const sheets = await sheetsOf(reportOf(""));
    expect([...sheets.keys()]).toEqual(["Summary", "Months", "Years", "Break-even", "Assumptions", "Market"]);
  });

  it("holds the answer's own numbers, typed", async () => {
    const report = reportOf("tax_rate_pct=25&machine_price_usd=1500");
    const result = report.scenarios[0]?.result;
    const sheets = await sheetsOf(report);
    const [, ...months] = sheets.get("Months") ?? [];
    expect(months.map((row) => row.slice(2, 12))).toEqual(
      result?.chart_data.map(({ date: _, ...values }) => Object.values(values)),
    );
    expect(months.map((row) => row[1])).toEqual(result?.chart_data.map(({ date }) => new Date(`${date}T00:00:00Z`)));
    expect(months.map((row) => row.slice(12))).toEqual(
      result?.chart_bands?.map(({ p10, p50, p90 }) => [p10, p50, p90]),
    );
    const summary = new Map(sheets.get("Summary")?.map((row) => [row[0], row[2]]));
    expect(summary.get("Profit a day")).toBe(result?.daily_profit);
    expect(summary.get("Net present value")).toBe(result?.investment.npv_usd);
    expect(summary.get("Mined over the horizon")).toBe(result?.investment.mined_sats);
    const [, ...levels] = sheets.get("Break-even") ?? [];
    expect(levels.map((row) => row.slice(2))).toEqual(
      (["cash", "operating", "full"] as const).map((level) => Object.values(result?.break_even[level] ?? {})),
    );
  });

  it("says why there is no value, and where each value comes from", async () => {
    const sheets = await sheetsOf(reportOf("electricity_cost=30&btc_price=90000"));
    const summary = new Map(sheets.get("Summary")?.map((row) => [row[0], row[2]]));
    expect(summary.get("Payback, days")).toBe("not inside the horizon");
    const origins = new Map(sheets.get("Assumptions")?.map((row) => [row[1], row.slice(2)]));
    expect(origins.get("Price of power, $/kWh")).toEqual([0.3, "your input"]);
    expect(origins.get("Price of one machine, $")).toEqual([3000, "assumed $15/TH"]);
    expect(origins.get("Power, W")).toEqual([3550, "catalogue"]);
    const market = new Map(sheets.get("Market")?.map((row) => [row[1], row.slice(2)]));
    expect(market.get("BTC price, $")).toEqual([90_000, "set by hand", null, "manual"]);
    const [height, source, asOf, state] = market.get("Block height") ?? [];
    expect([height, source, state]).toEqual([925_012, "mempool.space", "live"]);
    // Excel counts days, so a moment comes back to within a millisecond.
    expect(Math.abs(Number(asOf) - Date.parse("2026-11-23T02:27:00Z"))).toBeLessThan(2);
  });

  it("sets several scenarios side by side, a projection each, in Chinese too", async () => {
    const sheets = await sheetsOf(reportOf("with=quantity%3D3&with=quantity%3D4", "zh"));
    expect([...sheets.keys()]).toEqual(["摘要", "逐月 A", "逐月 B", "逐月 C", "逐年", "盈亏平衡", "假设", "行情"]);
    const profits = sheets.get("摘要")?.find((row) => row[0] === "每日利润");
    expect(profits?.slice(2)).toHaveLength(3);
    expect(sheets.get("逐年")).toHaveLength(1 + 3 * 3);
  });
});
