import { parse } from "csv-parse/sync";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { fleetReportOf } from "@/lib/testing/fleet-report-of";
import { pdfText } from "@/lib/testing/pdf-text";
import { fleetCsv } from "./fleet-csv";
import { fleetFile } from "./fleet-file";
import { fleetPdf } from "./fleet-pdf";
import { type FleetReport, goodRows } from "./fleet-report";
import { fleetXlsx } from "./fleet-xlsx";

const TABLE = [
  ["Model", "Qty", "Power price", "Site", "Label", "Hashrate", "Power"],
  ["S21 200T", "10", "0.05", "North", "Row 7", "", ""],
  ["=cmd|' /C calc'!A0", "2", "", "South", "", "100", "3400"],
  ["S19", "4", "0.5", "", "", "", ""],
  ["S99", "1", "", "", "", "", ""],
  ["S21 200T", "many", "", "", "", "", ""],
];
const report = fleetReportOf(TABLE);
const sheetsOf = async (of: FleetReport) =>
  new Map((await readWorkbook(Buffer.from(await fleetXlsx(of)))).map(({ sheet, data }) => [sheet, data]));

describe("a fleet's CSV", () => {
  it("has each good row with every digit, and no cell that runs", () => {
    const lines: Record<string, string>[] = parse(Buffer.from(fleetCsv(report)), { bom: true, columns: true });
    const good = goodRows(report);
    expect(lines.map((line) => line["Profit ($/day)"])).toEqual(good.map(({ daily_profit }) => String(daily_profit)));
    expect(lines.map((line) => [line.Row, line.Model, line["Price from"]])).toEqual([
      ["2", "Antminer S21 200T", "the list"],
      ["3", "'=cmd|' /C calc'!A0", "assumed"],
      ["4", good[2]?.machine.label, "the list"],
    ]);
  });
});

describe("a fleet's workbook", () => {
  it("has typed numbers, totals, what they stand on, and what was left out", async () => {
    const sheets = await sheetsOf(report);
    expect([...sheets.keys()]).toEqual(["Machines", "Totals", "Assumptions", "Market", "Problems"]);
    const [headings, ...rows] = sheets.get("Machines") ?? [];
    const profit = headings?.indexOf("Profit ($/day)") ?? -1;
    expect(rows.map((row) => row[profit])).toEqual(goodRows(report).map(({ daily_profit }) => daily_profit));
    expect(rows[1]?.[3]).toBe("=cmd|' /C calc'!A0");
    const totals = new Map(sheets.get("Totals")?.map((row) => [row[0], row[1]]));
    expect(totals.get("Profit, $/day")).toBe(report.computed.totals.daily_profit);
    expect(totals.get("Rows with a problem, left out")).toBe(2);
    expect(sheets.get("Assumptions")?.slice(1, 3)).toEqual([
      ["Price of power, $/kWh", 0.06, "assumed"],
      ["Pool method", "FPPS", "default"],
    ]);
    expect(sheets.get("Market")?.[1]?.slice(0, 2)).toEqual(["BTC price, $", 95_000]);
    expect(
      sheets
        .get("Problems")
        ?.slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      [5, "Model", "S99"],
      [6, "Quantity", "many"],
    ]);
  });

  it("says what was chosen for all rows", async () => {
    const sheets = await sheetsOf(
      fleetReportOf(TABLE, { locale: "zh", defaults: { electricity_cost: 0.07, uptime_pct: 90 } }),
    );
    expect(sheets.get("假设")?.[1]?.slice(1)).toEqual([0.07, "统一选定"]);
  });
});

describe("a fleet's PDF", () => {
  it.each([
    ["en", ["16machines", "Bymodel", "Rowsthatlosemost", "2rowshaveaproblem", "AntminerS21200T"]],
    ["zh", ["16台矿机", "按型号", "亏损最多的行", "有2行存在问题"]],
  ] as const)("says in %s what it earns, what loses most and what it stands on", async (locale, said) => {
    const { text, missing, pages } = pdfText(await fleetPdf(fleetReportOf(TABLE, { locale })));
    for (const words of said) expect(text).toContain(words);
    expect(missing).toBe(0);
    expect(pages).toBeLessThanOrEqual(2);
  });
});

it("is written in a thread, under the list's name", async () => {
  const file = await fleetFile(report, "csv");
  expect(file.file_name).toBe("hashinsight-my-fleet-2026-01-01.csv");
  expect(Buffer.from(file.bytes).equals(Buffer.from(fleetCsv(report)))).toBe(true);
});
