import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { rearm } from "@/lib/kernel/csv-cell";
import { csvFile } from "./csv-file";
import type { ExportColumn } from "./export-column";
import { readSheet as readBack } from "./read-sheet";
import { xlsxFile } from "./xlsx-file";

/** What a spreadsheet would run, at the beginning of a cell. */
const PREFIXES = [
  ...["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"],
  ...[" =", "\n=", "\u00a0@", "\u3000＝", "\u200b=", '"=', "'="],
];
const PAYLOADS = PREFIXES.map((prefix) => `${prefix}cmd|' /C calc'!A0`);

type Row = { text: string };
const COLUMNS: ExportColumn<Row>[] = [
  { header: "Name", value: ({ text }) => text },
  { header: "=HYPERLINK(1)", value: ({ text }) => `${text},"${text}"\r\n` },
];
const csv = (rows: Row[]): string[][] => parse(Buffer.from(csvFile(COLUMNS, rows)), { bom: true });

describe("S16 formulas in exports › a formula in a cell", () => {
  it.each(PAYLOADS)("is text in a CSV: %j", (text) => {
    const [heading, cells] = csv([{ text }]);
    for (const cell of [...(heading ?? []), ...(cells ?? [])]) {
      expect(cell.replace(/^[\s\p{Cf}\p{Cc}]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
    }
    expect(rearm(cells?.[0] ?? "")).toBe(text);
  });

  it.each(PAYLOADS)("is the same text in a workbook: %j", async (text) => {
    const bytes = Buffer.from(await xlsxFile("Rigs", COLUMNS, [{ text }]));
    expect(await readSheet(bytes, { trim: false })).toEqual([
      ["Name", "=HYPERLINK(1)"],
      [text, `${text},"${text}"\r\n`],
    ]);
  });

  it.each(PAYLOADS)("comes back from either as it was: %j", async (text) => {
    for (const [bytes, name] of [
      [csvFile(COLUMNS, [{ text }]), "rigs.csv"],
      [await xlsxFile("Rigs", COLUMNS, [{ text }]), "rigs.xlsx"],
    ] as const) {
      const [, read] = await readBack(bytes, name);
      expect(read?.cells[0]).toBe(text.trim());
    }
  });
});

describe("other values", () => {
  const at = new Date("2026-11-23T08:30:15Z");
  const values = [
    -5,
    0.1 + 0.2,
    1e21,
    { toFixed: () => "-12.50" },
    9007199254740993n,
    42n,
    true,
    at,
    null,
    Number.NaN,
    "_x0041_",
    "\u0001a",
  ];
  const columns: ExportColumn<null>[] = values.map((value, index) => ({ header: `c${index}`, value: () => value }));

  it("stay numbers and instants in a CSV", () => {
    const [, row] = parse(Buffer.from(csvFile(columns, [null])), { bom: true });
    expect(row).toEqual([
      ...["-5", "0.30000000000000004", "1e+21", "-12.50", "9007199254740993", "42", "true"],
      ...["2026-11-23T08:30:15.000Z", "", "", "_x0041_", "\u0001a"],
    ]);
  });

  it("are typed in a workbook", async () => {
    const [, row] = await readSheet(Buffer.from(await xlsxFile("Rigs", columns, [null])));
    expect(row).toEqual([-5, 0.1 + 0.2, 1e21, -12.5, "9007199254740993", 42, true, at, null, null, "_x0041_", "a"]);
  });
});

it("begins with the mark of UTF-8 only where it is wanted, and has its heading without rows", () => {
  const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  expect(text(csvFile(COLUMNS.slice(0, 1), []))).toBe("\ufeffName\r\n");
  expect(text(csvFile(COLUMNS.slice(0, 1), [], { bom: false }))).toBe("Name\r\n");
});

it.each(["a/b:c*d?[e]\\f", "'quoted'", "", "x".repeat(40), "矿机"])("makes a sheet's name of %j", async (name) => {
  const bytes = await xlsxFile(name, COLUMNS, [{ text: "a" }]);
  expect(await readBack(bytes, "rigs.xlsx")).toHaveLength(2);
});
