import { describe, expect, it } from "vitest";
import { textRows, workbook, workbookParts, zipped } from "@/lib/testing/workbook";
import { readSheet } from "./read-sheet";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const cellsOf = async (bytes: Uint8Array, name = "rigs.csv"): Promise<string[][]> =>
  (await readSheet(bytes, name)).map(({ cells }) => cells);
/** 矿机,功率 and a row, as Excel in Chinese saves it. */
const GB18030 = Uint8Array.from([
  0xbf, 0xf3, 0xbb, 0xfa, 0x2c, 0xb9, 0xa6, 0xc2, 0xca, 0x0d, 0x0a, 0x41, 0x2c, 0x31, 0x0d, 0x0a,
]);
const RIGS = [
  ["矿机", "功率"],
  ["A", "1"],
];

describe("a CSV", () => {
  it("says the number that each row has in a spreadsheet, leaves out empty rows, and cells that are empty at the end", async () => {
    expect(
      await readSheet(utf8('name,power\r\n\r\n" S21, 200T ", 3500 ,,\r\n,,\r\nS19,"two\r\nlines",x'), "rigs.csv"),
    ).toEqual([
      { row: 1, cells: ["name", "power"] },
      { row: 3, cells: ["S21, 200T", "3500"] },
      { row: 5, cells: ["S19", "two\nlines", "x"] },
    ]);
  });

  it.each<[string, Uint8Array]>([
    ["UTF-8", utf8("矿机,功率\nA,1")],
    ["UTF-8 with its mark", utf8("\ufeff矿机,功率\nA,1")],
    ["UTF-16, little end first", Uint8Array.from([0xff, 0xfe, ...Buffer.from("矿机,功率\nA,1", "utf16le")])],
    ["UTF-16, big end first", Uint8Array.from([0xfe, 0xff, ...Buffer.from("矿机,功率\nA,1", "utf16le").swap16()])],
    ["GB18030", GB18030],
  ])("may be in %s", async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(RIGS);
  });

  it.each<[string, string]>([
    ["commas", "矿机,功率\nA,1"],
    ["semicolons", "矿机;功率\nA;1"],
    ["tabs", "矿机\t功率\nA\t1"],
    ["what its first line says", "sep=;\n矿机;功率\nA;1"],
    ["old line ends", "矿机,功率\rA,1"],
    ["mixed line ends", "矿机,功率\nA,1\r\n"],
  ])("may have %s", async (_, text) => {
    expect(await cellsOf(utf8(text))).toEqual(RIGS);
  });

  it.each<[string, string[][]]>([
    [
      "name;price\nS21;1,5\nS19;2,5",
      [
        ["name", "price"],
        ["S21", "1,5"],
        ["S19", "2,5"],
      ],
    ],
    [
      '"a;b;c",d\n1,2',
      [
        ["a;b;c", "d"],
        ["1", "2"],
      ],
    ],
    [
      "a, rated;b, USD\n1;2\n3;4",
      [
        ["a, rated", "b, USD"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["name\nS21; 200T\nS19", [["name"], ["S21; 200T"], ["S19"]]],
  ])("separates by what stands in the heading and below: %j", async (text, rows) => {
    expect(await cellsOf(utf8(text))).toEqual(rows);
  });

  it("takes a quote that opens no cell as it stands", async () => {
    const rows = [
      ["rack", "link"],
      ['19" rack, 4U', '=HYPERLINK("x")'],
      ['say "hi"', '21"'],
      ["5", '"'],
    ];
    for (const lines of [
      ["rack\tlink", '19" rack, 4U\t=HYPERLINK("x")', 'say "hi"\t21"', '5\t""""'],
      ["rack,link", '"19"" rack, 4U",=HYPERLINK("x")', 'say "hi",21"', '5,""""'],
    ])
      expect(await cellsOf(utf8(lines.join("\n")))).toEqual(rows);
  });

  it.each<[string, number, string]>([
    ['name,power\nS21,"3500\nS19,1', 2, "The row that begins at line 2 opens a quote that is never closed."],
    ['"a\nb",c\n\nd,"e', 3, "The row that begins at line 4 opens a quote that is never closed."],
    ['name\n"S21"x', 2, "A quote at line 2 is wrong: put the whole cell in quotes and double those inside."],
    ['sep=,\nname\n"S21"x', 2, "A quote at line 3 is wrong: put the whole cell in quotes and double those inside."],
  ])("with a broken quote is refused with its line: %j", async (text, row, message) => {
    await expect(readSheet(utf8(text), "rigs.csv")).rejects.toMatchObject({
      code: "validation",
      message,
      details: { errors: [{ path: `rows.${row}`, code: "quote", message }] },
    });
  });

  it("gives back what an export disarmed", async () => {
    expect(await cellsOf(utf8("phone\n'+86 10 1234\n''=x\n'quoted'"))).toEqual([
      ["phone"],
      ["+86 10 1234"],
      ["'=x"],
      ["'quoted'"],
    ]);
  });
});

describe("a workbook", () => {
  it("gives its first sheet as text, with the numbers of its rows", async () => {
    const rows = `<row r="2"><c r="A2" t="inlineStr"><is><t> 矿机 </t></is></c><c r="C2" t="b"><v>1</v></c></row>
      <row r="5"><c r="A5"><v>4.4999999999999998E-2</v></c><c r="B5"><v>-3500</v></c><c r="C5" t="e"><v>#N/A</v></c></row>
      <row r="6"><c r="A6"><f>1+1</f><v>2</v></c><c r="B6" t="str"><f>A1</f><v>x</v></c></row>`;
    expect(await readSheet(workbook(rows), "rigs.xlsx")).toEqual([
      { row: 2, cells: ["矿机", "", "TRUE"] },
      { row: 5, cells: ["0.045", "-3500"] },
      { row: 6, cells: ["2", "x"] },
    ]);
  });

  it("writes days and instants without a zone, to the second", async () => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
    const serials = ["46349", "46349.354166666664", "46349.99999999", "0.5", "99999999"];
    const cells = serials.map((serial, index) => `<c r="${"ABCDE"[index]}1" s="1"><v>${serial}</v></c>`).join("");
    const [row] = await readSheet(workbook(`<row r="1">${cells}</row>`, { "xl/styles.xml": styles }), "rigs.xlsx");
    expect(row?.cells).toEqual(["2026-11-23", "2026-11-23T08:30:00", "2026-11-24", "12:00:00", "#VALUE!"]);
  });

  it("may link to web pages and hold pictures", async () => {
    const bytes = workbook(textRows(RIGS), {
      "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="a" Target="https://pool.example" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>`,
      "xl/media/image1.png": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]),
    });
    expect(await cellsOf(bytes, "RIGS.XLSX")).toEqual(RIGS);
  });

  it("may have coloured cells far off", async () => {
    const far = '<row r="3" s="1"><c r="XFD3" s="1"/></row><row r="1048576"><c r="A1048576" s="1"></c></row>';
    expect(await cellsOf(workbook(textRows(RIGS) + far), "rigs.xlsx")).toEqual(RIGS);
  });

  it("may have a comment that looks like the end of an archive", async () => {
    const bytes = zipped(workbookParts(textRows(RIGS)));
    const commented = Buffer.concat([bytes, Buffer.from("PK\u0005\u0006 a comment")]);
    commented.writeUInt16LE(commented.length - bytes.length, bytes.length - 2);
    expect(await cellsOf(commented, "rigs.xlsx")).toEqual(RIGS);
  });
});

describe("S17 hostile imports › the limits", () => {
  const table = (rows: number, columns: number, cell = "x") =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell));
  const both: [string, (rows: string[][]) => Uint8Array][] = [
    ["rigs.csv", (rows) => utf8(rows.map((cells) => cells.join(",")).join("\n"))],
    ["rigs.xlsx", (rows) => workbook(textRows(rows))],
  ];

  describe.each(both)("of %s", (name, make) => {
    it("allow what they say, and one more of nothing", async () => {
      expect(
        await readSheet(make(table(3, 4, "abcde")), name, { maxRows: 3, maxColumns: 4, maxCellLength: 5 }),
      ).toHaveLength(3);
      await expect(readSheet(make(table(4, 1)), name, { maxRows: 3 })).rejects.toMatchObject({
        code: "too_large",
        message: "The file has more than 3 rows: send it in parts.",
      });
      await expect(readSheet(make(table(1, 5)), name, { maxColumns: 4 })).rejects.toMatchObject({
        code: "too_large",
        message: "Row 1 has 5 columns: at most 4 are read.",
      });
      await expect(readSheet(make(table(1, 2, "abcdef")), name, { maxCellLength: 5 })).rejects.toMatchObject({
        code: "validation",
        message: "Row 1, column 1 holds more than 5 characters: shorten it.",
      });
      await expect(readSheet(make(table(3, 3)), name, { maxCharacters: 8 })).rejects.toMatchObject({
        code: "too_large",
      });
    });

    it("count the bytes before anything is read", async () => {
      await expect(readSheet(make(table(500, 90)), name, { maxBytes: 1 << 10 })).rejects.toMatchObject({
        code: "too_large",
        message: "The file is larger than 1 kB: send it in parts.",
      });
    });
  });
});
