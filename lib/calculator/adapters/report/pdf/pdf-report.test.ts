import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/kernel/context";
import { pdfText } from "@/lib/testing/pdf-text";
import { reportOf } from "@/lib/testing/report-of";
import { pdfReport } from "./pdf-report";

const read = async (query: string, locale: Locale = "en") => pdfText(await pdfReport(reportOf(query, locale)));
const bare = (text: string) => text.replace(/\s/g, "");

describe("pdfReport", () => {
  it.each(["en", "zh"] as const)("says in %s what the calculation says", async (locale) => {
    const report = reportOf("tax_rate_pct=25&machine_price_usd=1500&price_growth_pct_month=2", locale);
    const { text, pages, missing } = pdfText(await pdfReport(report));
    const result = report.scenarios[0]?.result;
    const usd = (value: number, digits = 0) =>
      `$${value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
    expect(missing).toBe(0);
    expect(pages).toBe(2);
    expect(text).toContain(`+${usd(result?.daily_profit ?? 0, 2)}`);
    expect(text).toContain(`${Math.round((result?.payback_probability ?? 0) * 100)}%`);
    for (const year of [0, 1, 2]) {
      const revenue = result?.chart_data.slice(year * 12, year * 12 + 12).reduce((sum, row) => sum + row.revenue, 0);
      expect(text).toContain(usd(revenue ?? 0));
    }
    expect(text).toContain("142,342,602,928,674.9");
    expect(text).toContain("CoinGecko");
    expect(text).toContain(bare(locale === "en" ? "2 min ago" : "2 分钟前"));
    expect(text).toContain(bare(locale === "en" ? "Page 2 of 2" : "第 2 页，共 2 页"));
    expect(text).toContain(report.link);
  });

  it("warns, says that nothing is paid back, and shows no rate where there is none", async () => {
    const { text } = await read("electricity_cost=30");
    expect(text).toContain(bare("Loses $"));
    expect(text).toContain(bare("the machines cost more than they earn"));
    expect(text).toContain(bare("the cash flow never changes sign"));
  });

  it("begins with the comparison where there are several scenarios", async () => {
    const { text, missing } = await read("with=miner_model%3Dcustom%26hashrate_th%3D180%26power_w%3D2900", "zh");
    expect(missing).toBe(0);
    expect(text).toContain(bare("2 个方案并排比较"));
    expect(text).toContain(bare("B：10 × 自定义矿机"));
  });

  it("prints a Chinese name in an English report", async () => {
    const name = encodeURIComponent("北矿一号");
    const { text, missing } = await read(`miner_model=${name}&hashrate_th=100&power_w=3000`);
    expect(missing).toBe(0);
    expect(text).toContain("北矿一号");
  });

  it("keeps a market that came by the link apart from a live one", async () => {
    const pinned = "95000~1.25e14~900~930000~312500000~5000000~590~1767225600";
    const { text } = await read(`s=${pinned}`);
    expect(text).toContain(bare("Market kept in the link, of 1 Jan 2026, 00:00 UTC"));
    expect(text).toContain(bare("125,000,000,000,000 kept in the link"));
  });
});
