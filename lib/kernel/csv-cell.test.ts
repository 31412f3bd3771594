import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvText, disarm, rearm } from "./csv-cell";

describe("S16 formulas in exports › csvCell", () => {
  it("keeps numbers whole, negative ones too", () => {
    expect([0.1 + 0.2, -5, 1e21, 142342602928674.9].map(csvCell)).toEqual([
      "0.30000000000000004",
      "-5",
      "1e+21",
      "142342602928674.9",
    ]);
    expect(csvCell(-90071992547409931n)).toBe("-90071992547409931");
    expect(csvCell({ toFixed: () => "-12.50" })).toBe("-12.50");
    expect([null, Number.NaN, Number.POSITIVE_INFINITY].map(csvCell)).toEqual(["", "", ""]);
  });

  it("writes instants and truth plainly", () => {
    expect(csvCell(new Date("2026-11-23T08:30:00Z"))).toBe("2026-11-23T08:30:00.000Z");
    expect([true, false].map(csvCell)).toEqual(["true", "false"]);
  });

  it.each([
    ...["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x"],
    ...[" =1", "\u00a0=1", "\u3000＝1", " \r\n =1", "\u0000=1", "\u200b=1", "\ufeff@x", "  \t-1"],
  ])("disarms %j", (text) => {
    expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
  });

  it.each(["", "a=b", "5-3", "mail@pool.example", "'quoted'", " plain", "北矿＝一", "−5"])("leaves %j", (text) => {
    expect(csvCell(text)).toBe(text);
  });

  it("quotes by RFC 4180, and for the separators of other languages", () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell("two\nlines")).toBe('"two\nlines"');
    expect(csvCell("BTC price, $")).toBe('"BTC price, $"');
    expect(csvCell("a;b")).toBe('"a;b"');
  });
});

describe("S16 formulas in exports › disarm", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.constantFrom("=", "+", "-", "@", "＝", "'", " ", "\t", "\r", "\n", "1", "\u200b"))
      .map((signs) => signs.join("")),
  );

  it("leaves nothing that begins with a sign after its blanks", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(disarm(given).replace(/^[\s\p{Cc}\p{Cf}]+/u, "")).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
    );
  });

  it("can be undone", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(rearm(disarm(given))).toBe(given);
      }),
      { numRuns: 1000 },
    );
  });
});

it("begins with the mark of UTF-8 unless told otherwise, and ends each row with CRLF", () => {
  const rows = [
    ["月", 1],
    [null, "x"],
  ];
  expect(csvText(rows)).toBe("\ufeff月,1\r\n,x\r\n");
  expect(csvText(rows, { bom: false })).toBe("月,1\r\n,x\r\n");
});
