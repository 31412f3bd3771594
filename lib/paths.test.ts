import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inLocale, paths } from "./paths";

describe("paths", () => {
  it("builds every address as committed here", () => {
    expect({
      home: paths.home("en"),
      calculator: paths.calculator("zh"),
      calculatorWithModel: paths.calculator("en", { miner_model: "Antminer S21 XP+ Hyd", quantity: 10, s: undefined }),
      calculatorReport: paths.calculatorReport("zh", "pdf"),
      calculatorReportOfLink: paths.calculatorReport("en", "xlsx", new URLSearchParams({ v: "1", quantity: "5" })),
      formulas: paths.formulas("en"),
      pricing: paths.pricing("zh"),
      portfolio: paths.portfolio("en", { cursor: "0190c0de" }),
      batchCalculator: paths.batchCalculator("zh"),
      batchList: paths.batchList("en", "0190c0de", { sort: "-profit", group: undefined }),
      batchTemplate: paths.api.batchTemplate("csv", "zh"),
      batchFile: paths.api.batchFile("0190c0de", "pdf", "en"),
      batchErrors: paths.api.batchErrors("0190c0de", "zh"),
      portfolioRows: paths.portfolioRows("zh", { site: "North hall", show: undefined }),
      portfolioTotals: paths.api.portfolio(),
      portfolioSummary: paths.api.portfolioSummary(),
      analytics: paths.analytics("en", { range: "1y" }),
      analyticsReplay: paths.analyticsReplay("zh", { from: "2024-01-01", to: undefined }),
      analyticsHeatmap: paths.analyticsHeatmap("en"),
      analyticsCurtailment: paths.analyticsCurtailment("zh"),
      historicalReplay: paths.api.historicalReplay(),
      roiHeatmap: paths.api.roiHeatmap(),
      curtailmentSimulation: paths.api.curtailmentSimulation(),
      curtailmentPrices: paths.api.curtailmentPrices(),
      styleguide: paths.styleguide("en"),
      apiDocs: paths.apiDocs(),
      openapi: paths.openapi(),
      licence: paths.licence(),
      btcPrice: paths.api.btcPrice(),
      networkStats: paths.api.networkStats(),
      minerModels: paths.api.minerModels({ q: "s21" }),
      minerImport: paths.api.minerImport("commit"),
      minerTemplate: paths.api.minerTemplate("xlsx", "zh"),
      catalogueAdmin: paths.catalogueAdmin("en", { scope: "private" }),
      addMiner: paths.addMiner("zh", { from: "antminer-s21-200t" }),
      editMiner: paths.editMiner("en", "antminer-s21-200t"),
      importMiners: paths.importMiners("zh"),
      calculate: paths.api.calculate(),
      auditExport: paths.api.auditExport({ format: "csv", actor: "a b", search: undefined }),
      chineseFont: paths.fonts.chinese("5.3.1"),
    }).toMatchInlineSnapshot(`
      {
        "addMiner": "/zh/admin/miners/add?from=antminer-s21-200t",
        "analytics": "/en/analytics?range=1y",
        "analyticsCurtailment": "/zh/analytics/curtailment",
        "analyticsHeatmap": "/en/analytics/heatmap",
        "analyticsReplay": "/zh/analytics/replay?from=2024-01-01",
        "apiDocs": "/api/docs",
        "auditExport": "/api/audit/export?format=csv&actor=a+b",
        "batchCalculator": "/zh/batch-calculator",
        "batchErrors": "/api/miners/import/0190c0de/errors?lang=zh",
        "batchFile": "/batch/api/upload/0190c0de/file?format=pdf&lang=en",
        "batchList": "/en/batch/upload/0190c0de?sort=-profit",
        "batchTemplate": "/batch/template?format=csv&lang=zh",
        "btcPrice": "/api/btc-price",
        "calculate": "/api/calculate",
        "calculator": "/zh/calculator",
        "calculatorReport": "/zh/calculator/report/pdf",
        "calculatorReportOfLink": "/en/calculator/report/xlsx?v=1&quantity=5",
        "calculatorWithModel": "/en/calculator?miner_model=Antminer+S21+XP%2B+Hyd&quantity=10",
        "catalogueAdmin": "/en/admin/miners?scope=private",
        "chineseFont": "/fonts/noto-sans-sc/5.3.1/index.css",
        "curtailmentPrices": "/api/analytics/curtailment-simulation/prices",
        "curtailmentSimulation": "/api/analytics/curtailment-simulation",
        "editMiner": "/en/admin/miners/antminer-s21-200t",
        "formulas": "/en/calculator/formulas",
        "historicalReplay": "/api/analytics/historical-replay",
        "home": "/en",
        "importMiners": "/zh/admin/miners/import",
        "licence": "/licence.txt",
        "minerImport": "/api/miners/models/import/commit",
        "minerModels": "/api/miners/models?q=s21",
        "minerTemplate": "/api/miners/models/import/template?format=xlsx&lang=zh",
        "networkStats": "/api/network-stats",
        "openapi": "/api/openapi.json",
        "portfolio": "/en/portfolio?cursor=0190c0de",
        "portfolioRows": "/zh/portfolio?site=North+hall#machines",
        "portfolioSummary": "/api/portfolio/summary",
        "portfolioTotals": "/api/portfolio",
        "pricing": "/zh/pricing",
        "roiHeatmap": "/api/analytics/roi-heatmap",
        "styleguide": "/en/styleguide",
      }
    `);
  });

  it("serves the licence of the repository", () => {
    const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
    expect(read(`public${paths.licence()}`)).toBe(read("LICENSE"));
  });

  it("keeps the page when the language changes", () => {
    expect(inLocale("/en/calculator/formulas", "zh")).toBe("/zh/calculator/formulas");
    expect(inLocale("/zh", "en")).toBe("/en");
    expect(inLocale("/zh/", "en")).toBe("/en");
    expect(inLocale("/english", "zh")).toBe("/zh/english");
    expect(inLocale("/en/zh", "zh")).toBe("/zh/zh");
  });
});
