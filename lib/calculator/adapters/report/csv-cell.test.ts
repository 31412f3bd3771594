import { describe, expect, it } from "vitest";
import { csvCell, csvFile } from "./csv-cell";

describe("csvCell", () => {
  it("keeps numbers whole, negative ones too", () => {
    expect([0.1 + 0.2, -5, 1e21, 142342602928674.9].map(csvCell)).toEqual([
      "0.30000000000000004",
      "-5",
      "1e+21",
      "142342602928674.9",
    ]);
    expect(csvCell(null)).toBe("");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])("disarms %j", (text) => {
    expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
  });

  it("quotes by RFC 4180", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell("two\nlines")).toBe('"two\nlines"');
    expect(csvCell("BTC price, $")).toBe('"BTC price, $"');
    expect(csvCell("a=b")).toBe("a=b");
  });
});

it("begins with the mark of UTF-8 and ends each row with CRLF", () => {
  expect(
    csvFile([
      ["月", 1],
      [null, "x"],
    ]),
  ).toBe("\ufeff月,1\r\n,x\r\n");
});
