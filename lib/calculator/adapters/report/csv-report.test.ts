import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { reportOf } from "@/lib/testing/report-of";
import { csvReport } from "./csv-report";

const read = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true });
const THREE =
  "quantity=5&tax_rate_pct=25&with=miner_model%3DAntminer%2BS19%2B95T&with=miner_model%3D%253Dcmd()%26hashrate_th%3D180%26power_w%3D2900%26horizon_months%3D7";

describe("csvReport", () => {
  it("is one table with the answer's own numbers", () => {
    const report = reportOf(THREE);
    const [header = [], ...rows] = read(csvReport(report));
    expect(rows).toHaveLength(36 + 36 + 7);
    expect(new Set([header, ...rows].map((row) => row.length)).size).toBe(1);
    const at = (name: string) => header.indexOf(name);
    const expected = report.scenarios.flatMap(({ letter, result }) =>
      result.chart_data.map((month, index) => [
        letter,
        index + 1,
        month.date,
        month.difficulty,
        month.revenue,
        month.tax,
        month.cumulative_profit,
        result.chart_bands?.[index]?.p10,
        result.assumptions.electricity_cost,
        result.market.btc_price.value,
      ]),
    );
    const columns = [
      "Scenario",
      "Month",
      "From date",
      "Difficulty",
      "Revenue (USD)",
      "Tax (USD)",
      "Cumulative profit (USD)",
      "Cumulative profit P10 (USD)",
      "Price of power, $/kWh",
      "BTC price, $, at the start",
    ].map(at);
    expect(columns).not.toContain(-1);
    expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(
      expected.map((values) => values.map((value) => String(value))),
    );
    expect(rows[0]?.at(-1)).toBe(report.link);
    expect(rows[0]?.at(-2)).toBe("2026-11-23T02:29:00Z");
  });

  it("runs nothing that somebody put into a name", () => {
    const [, ...rows] = read(csvReport(reportOf(THREE)));
    expect(rows.at(-1)?.[1]).toBe("'=cmd()");
  });

  it("speaks Chinese, with the same numbers", () => {
    const [header = [], first = []] = read(csvReport(reportOf("", "zh")));
    expect(header.slice(0, 5)).toEqual(["方案", "矿机", "月", "起始日", "区块高度"]);
    const [, english = []] = read(csvReport(reportOf("")));
    expect(first.slice(0, -1)).toEqual(english.slice(0, -1));
  });
});
