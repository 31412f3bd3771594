import { describe, expect, it } from "vitest";
import { textRows, workbook } from "@/lib/testing/workbook";
import { shippedCatalogue } from "../core/catalogue/shipped-catalogue";
import { readFleet } from "../core/fleet/read-fleet";
import { readFleetSheet } from "./fleet-sheet";
import { fleetTemplate } from "./fleet-template";

const TEXT = "型号;数量;电价（美元/千瓦时）;场地\r\n蚂蚁矿机 S21 200T;3;0,06;北厂房\r\n";
/** The same as Excel writes it in Chinese. */
const GB18030 =
  "d0cdbac53bcafdc1bf3bb5e7bcdba3a8c3c0d4aa2fc7a7cddfcab1a3a93bb3a1b5d80d0ac2ecd2cfbff3bbfa2053323120323030543b333b302c30363bb1b1b3a7b7bf0d0a";

const utf16 = (text: string, order: "le" | "be"): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
const read = async (name: string, bytes: Uint8Array) =>
  readFleet(await readFleetSheet({ name, bytes: new Uint8Array(bytes) }), shippedCatalogue, {
    mapping: {},
    models: {},
  });
const ROW = { miner_model: "Antminer S21 200T", quantity: 3, electricity_cost: 0.06, site: "北厂房" };

describe("a list of machines", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", utf16(TEXT, "le")],
    ["UTF-16, big end first", utf16(TEXT, "be")],
    ["GB18030", Buffer.from(GB18030, "hex")],
    ["cells as a sheet copies them", Buffer.from(TEXT.replaceAll(";", "\t"))],
    ["what Excel separates as it says", Buffer.from(`sep=;\r\n${TEXT}`)],
  ])("is read in %s", async (_, bytes) => {
    expect((await read("清单.csv", bytes)).rows).toMatchObject([{ row: 2, facts: ROW, errors: [] }]);
  });

  it("is read from a workbook, numbers and days as such", async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Model</t></is></c><c r="B1" t="inlineStr"><is><t>Qty</t></is></c><c r="C1" t="inlineStr"><is><t>Electricity ($/kWh)</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>S21 200T</t></is></c><c r="B2"><v>1200</v></c><c r="C2"><v>6.5000000000000002E-2</v></c></row>';
    const { rows: found } = await read("fleet.xlsx", workbook(rows));
    expect(found).toMatchObject([{ facts: { quantity: 1200, electricity_cost: 0.065 } }]);
  });

  it.each(["csv", "xlsx"] as const)(
    "that is our template (%s) is filled in, its examples left aside",
    async (format) => {
      for (const locale of ["en", "zh"] as const) {
        const { file_name, bytes } = await fleetTemplate(format, locale);
        const { summary } = await read(file_name, bytes);
        expect(summary.columns.map(({ field }) => field)).toEqual([
          ...["miner_model", "quantity", "hashrate_th", "power_w", "electricity_cost"],
          ...["site", "label", "purchased_at", "cost_usd", null],
        ]);
        expect(summary.counts).toEqual({ good: 0, wrong: 0, totals: 0, blank: 0, skipped: 3 });
      }
    },
  );

  it("of ten thousand rows is the longest", async () => {
    const list = (rows: number) => Buffer.from(`Model,Qty\n${"S21 200T,1\n".repeat(rows)}`);
    expect((await read("fleet.csv", list(10_000))).summary.counts.good).toBe(10_000);
    await expect(read("fleet.csv", list(10_001))).rejects.toMatchObject({ code: "too_large" });
  });

  it("that unpacks to more than it may is refused", async () => {
    const bomb = workbook(textRows([["Model"], ["x".repeat(30_000_000)]]));
    expect(bomb.length).toBeLessThan(200_000);
    await expect(read("fleet.xlsx", bomb)).rejects.toMatchObject({ code: "too_large" });
  });
});
