import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csvText } from "@/lib/kernel/csv-cell";
import { errorReport, type ReportWords } from "./error-report";
import { previewOf } from "./preview-of";
import { rowRanges } from "./row-ranges";

/** What a spreadsheet would run at the beginning of a cell. */
const PREFIXES = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
const HEADING = ["Model", "Manufacturer", "Hashrate", "Power", "Year"];

const WORDS: ReportWords = {
  headings: { row: "Row", column: "Column", field: "Field", value: "Value", problem: "Problem" },
  field: (field) => field,
  problem: ({ code }) => code,
  known: ({ twin_row }) => `as row ${twin_row}`,
};

function reportOf(rows: string[][], heading = HEADING): string[][] {
  const sheet = [heading, ...rows].map((cells, index) => ({ row: index + 1, cells }));
  const preview = previewOf("a.csv", sheet, undefined, { shared: [], own: [], target: "private" });
  return parse(csvText(errorReport(preview.rows, preview.columns, WORDS)), { bom: true });
}

it("has a line for every fault, and for every machine that is there already", () => {
  const good = ["Acme Nine", "Acme", "100", "2000", "2024"];
  expect(reportOf([good, ["", "Acme", "x", "2000", "2024"], good])).toEqual([
    ["Row", "Column", "Field", "Value", "Problem"],
    ["3", "Model", "model_name", "", "required"],
    ["3", "Hashrate", "hashrate_th", "x", "not_a_number"],
    ["4", "", "", "Acme Nine 100T", "as row 2"],
  ]);
});

describe("S16 formulas in exports › a formula in the file", () => {
  it.each(PREFIXES)("that begins with %j comes back as text", (prefix) => {
    const payload = `${prefix}cmd|' /C calc'!A0`;
    const [, ...lines] = reportOf([[payload, payload, payload, payload, payload]], [...HEADING]);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const cell of lines.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
  });

  it.each(PREFIXES)("in a heading that begins with %j too", (prefix) => {
    const rows = [["x", "Acme", "100", "lots", "2024"]];
    const heading = ["Model", "Manufacturer", "Hashrate", `${prefix}Power`, "Year"];
    const sheet = [heading, ...rows].map((cells, index) => ({ row: index + 1, cells }));
    const mapping = { power_w: 4 };
    const preview = previewOf("a.csv", sheet, mapping, { shared: [], own: [], target: "private" });
    const report = csvText(errorReport(preview.rows, preview.columns, { ...WORDS, problem: ({ message }) => message }));
    for (const [, column] of parse(report, { bom: true }) as string[][])
      expect(column).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
    expect(report).toContain("Power");
  });
});

it.each([
  [[], ""],
  [[2], "2"],
  [[2, 3, 4, 9], "2-4,9"],
  [[9, 4, 3, 2, 2], "2-4,9"],
])("names the rows %j as %j", (rows, text) => {
  expect(rowRanges(rows)).toBe(text);
});
