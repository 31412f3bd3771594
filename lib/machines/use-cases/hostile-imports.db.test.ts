import { deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { disconnectDatabase } from "@/lib/platform/db";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { relations, sheetXml, textRows, workbook } from "@/lib/testing/workbook";
import { systemCtx } from "@/lib/transport/ctx";
import type { ImportPreview } from "../core/import/schemas";
import { commitImport } from "./commit-import";
import { previewImport } from "./preview-import";
import { seedCatalogue } from "./seed-catalogue";

let mine: TestTenant;
beforeAll(async () => {
  mine = await testTenant();
  await seedCatalogue.execute(systemCtx("test"), {});
});
afterAll(disconnectDatabase);

const HEADING = "Model,Manufacturer,Hashrate (TH/s),Power (W),Release year,Cooling";
const HEADINGS = HEADING.split(",");
const GOOD = "Acme Nine,Acme,100,2000,2024,air";
const GOODS = GOOD.split(",");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (...rows: string[]) => utf8([HEADING, ...rows].join("\n"));
const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
const book = (rows: string[][], more = {}, type?: string) => workbook(textRows(rows), more, type);
/** A workbook whose sheet announces 200 MB. */
const bomb = () => {
  const zip = Buffer.from(book([HEADINGS, GOODS]));
  const entry = zip.indexOf("xl/worksheets/sheet1.xml", zip.indexOf("PK\x01\x02")) - 46;
  zip.writeUInt32LE(200 << 20, entry + 24);
  return zip;
};
const formulaCell = `<row r="1">${HEADINGS.map((text, i) => `<c r="${"ABCDEF"[i]}1" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row><row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil.example","x")</f><v>=1+1</v></c><c r="B2" t="inlineStr"><is><t>Acme</t></is></c><c r="C2"><f>10*10</f><v>100</v></c><c r="D2"><v>2000</v></c><c r="E2"><v>2024</v></c></row>`;
const ENTITY = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;

type File = [what: string, name: string, bytes: () => Uint8Array];

/** Files that are no files of machines: refused whole, with a code that a caller can go by. */
const REFUSED: [...File, code: string][] = [
  ["nothing at all", "a.csv", () => utf8(""), "bad_request"],
  ["a heading and no machines", "a.csv", () => utf8(HEADING), "bad_request"],
  ["a workbook of the old kind", "a.xls", () => ole, "bad_request"],
  ["the old kind under the new name", "a.xlsx", () => ole, "bad_request"],
  ["a workbook that is called CSV", "a.csv", () => book([HEADINGS, GOODS]), "bad_request"],
  ["a program", "a.exe", () => lines(GOOD), "bad_request"],
  ["no ending, with a path", "../../etc/passwd", () => lines(GOOD), "bad_request"],
  ["a web page as CSV", "a.csv", () => utf8("<html><script>alert(1)</script></html>"), "bad_request"],
  ["packed text", "a.csv", () => gzipSync(HEADING), "bad_request"],
  ["null bytes", "a.csv", () => lines("Acme\0Nine,Acme,100,2000,2024,air"), "bad_request"],
  ["UTF-16 without its mark", "a.csv", () => Buffer.from(`${HEADING}\n${GOOD}`, "utf16le"), "bad_request"],
  ["bytes that are no text", "a.csv", () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0xff]), "bad_request"],
  ["a bell in a cell", "a.csv", () => lines("Acme\u0007Nine,Acme,100,2000,2024,air"), "validation"],
  ["a quote without its end", "a.csv", () => lines('"Acme Nine,Acme,100,2000,2024,air'), "validation"],
  ["a huge cell", "a.csv", () => lines(`${"x".repeat(5_000)},Acme,100,2000,2024,air`), "validation"],
  ["a cell as large as the file", "a.csv", () => lines(`"${"x".repeat(4 << 20)}",Acme,100,2000,2024`), "validation"],
  ["ten thousand columns", "a.csv", () => lines(",".repeat(10_000) + GOOD), "too_large"],
  [
    "more machines than may be",
    "a.csv",
    () => lines(...Array.from({ length: 2_001 }, (_, i) => `A ${i},Acme,100,2000,2024,air`)),
    "too_large",
  ],
  ["a million rows", "a.csv", () => utf8(`Model\n${"a\n".repeat(1_000_000)}`), "too_large"],
  ["more bytes than may be", "a.csv", () => new Uint8Array((5 << 20) + 1).fill(65), "too_large"],
  ["a workbook that would unpack to 200 MB", "a.xlsx", bomb, "too_large"],
  [
    "a cell at the end of the world",
    "a.xlsx",
    () => workbook(`${textRows([HEADINGS])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    "too_large",
  ],
  [
    "entities of its own",
    "a.xlsx",
    () => book([], { "xl/worksheets/sheet1.xml": `${ENTITY}${sheetXml("")}` }),
    "bad_request",
  ],
  ["macros", "a.xlsx", () => book([HEADINGS, GOODS], { "xl/vbaProject.bin": "x" }), "bad_request"],
  [
    "links to other files",
    "a.xlsx",
    () => book([HEADINGS, GOODS], { "xl/externalLinks/externalLink1.xml": "<x/>" }),
    "bad_request",
  ],
  [
    "a part that lies outside",
    "a.xlsx",
    () =>
      book([HEADINGS, GOODS], {
        "xl/_rels/sheet9.xml.rels": relations({ id: "r", type: "image", target: "file:///etc/passwd", external: true }),
      }),
    "bad_request",
  ],
  ["a path out of the archive", "a.xlsx", () => book([HEADINGS, GOODS], { "../../evil.xml": "<x/>" }), "bad_request"],
  ["half a workbook", "a.xlsx", () => book([HEADINGS, GOODS]).slice(0, 300), "bad_request"],
  ["a bare stream", "a.xlsx", () => deflateRawSync("x"), "bad_request"],
];

describe("S17 hostile imports › a file that can't be read is refused whole", () => {
  it.each(REFUSED)("%s", async (_, name, bytes, code) => {
    const file = { name, bytes: bytes() };
    for (const run of [
      () => previewImport.execute(mine.ctx("owner"), { file }),
      () => commitImport.execute(mine.ctx("owner"), { file, rows: "2" }),
    ]) {
      const error = await run().then(
        () => new Error("it was read"),
        (refused: unknown) => refused,
      );
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code });
      expect((error as AppError).message).not.toMatch(/\/work|node_modules|undefined|\n/);
    }
  });
});

/** Files that can be read: what is hostile in them is a wrong cell, or nothing but text. */
const READ: [...File, (preview: ImportPreview) => void][] = [
  [
    "formulas in CSV",
    "a.csv",
    () => lines("=cmd|' /C calc'!A0,Acme,=1+1,2000,2024,air"),
    ({ rows }) =>
      expect(rows[0]).toMatchObject({ state: "wrong", errors: [{ field: "hashrate_th", code: "not_a_number" }] }),
  ],
  [
    "a formula as a name",
    "a.csv",
    () => lines("@SUM(A1),Acme,100,2000,2024,air", "\t=1,Acme,100,2000,2024,air"),
    ({ rows }) => expect(rows.map((row) => row.errors[0]?.code)).toEqual(["name_format", "name_format"]),
  ],
  [
    "formulas in a workbook",
    "a.xlsx",
    () => workbook(formulaCell),
    ({ rows }) =>
      expect(rows[0]).toMatchObject({ state: "wrong", errors: [{ field: "model_name", code: "name_format" }] }),
  ],
  [
    "markup in a name",
    "a.csv",
    () => lines("<img src=x onerror=alert(1)>,Acme,100,2000,2024,air"),
    ({ rows }) => expect(rows[0]?.errors[0]?.code).toBe("name_format"),
  ],
  [
    "SQL in a name",
    "a.csv",
    () => lines("'; drop table miner_models;--,Acme,100,2000,2024,air"),
    ({ rows }) => expect(rows[0]?.state).toBe("wrong"),
  ],
  [
    "numbers that are none",
    "a.csv",
    () =>
      lines(
        ...["-5", "NaN", "1e999", "Infinity", "0", "1e-9", "0x10", "1O0", "--1", "1.2.3"].map(
          (n, i) => `A ${i},Acme,${n},2000,2024,air`,
        ),
      ),
    ({ rows, counts }) => {
      expect(counts).toEqual({ ready: 0, known: 0, wrong: 10 });
      for (const row of rows)
        expect(row.errors).toMatchObject([{ field: expect.stringMatching(/hashrate_th|power_w/) }]);
    },
  ],
  [
    "prototype keys as headings",
    "a.csv",
    () => utf8(`__proto__,constructor,toString,${HEADING}\n{},x,y,${GOOD}`),
    ({ rows, columns }) => {
      expect(rows[0]?.state).toBe("ready");
      expect(columns.slice(0, 3).map(({ field }) => field)).toEqual([null, null, null]);
      expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
    },
  ],
  [
    "columns that repeat",
    "a.csv",
    () => utf8(`${HEADING},Power (W),Model\n${GOOD},1,Evil`),
    ({ rows, columns }) => {
      expect(rows[0]?.facts).toMatchObject({ model_name: "Acme Nine", power_w: 2000 });
      expect(columns.filter(({ repeats }) => repeats)).toHaveLength(2);
    },
  ],
  [
    "line endings of every kind",
    "a.csv",
    () => utf8(`${HEADING}\r\n${GOOD}\r${GOOD.replace("100", "110")}\n${GOOD.replace("100", "120")}`),
    ({ counts }) => expect(counts.ready).toBe(3),
  ],
  [
    "GB18030, as Excel writes it in China",
    "a.csv",
    () =>
      Buffer.concat([
        utf8("Model,Maker,Hashrate,Power,Year\n"),
        Buffer.from([0xbf, 0xf3, 0xbb, 0xfa]),
        utf8(" X,Acme,100,2000,2024"),
      ]),
    ({ rows }) => expect(rows[0]?.facts?.model_name).toBe("矿机 X"),
  ],
  [
    "UTF-16 with its mark",
    "a.csv",
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${HEADING}\n${GOOD}`, "utf16le")]),
    ({ counts }) => expect(counts.ready).toBe(1),
  ],
  [
    "letters that turn around or don't show",
    "a.csv",
    () => lines("Acme\u202e Nine\u200b,Acme,100,2000,2024,air"),
    ({ rows }) => expect(rows[0]?.facts?.model_name).toBe("Acme Nine"),
  ],
  [
    "rows that are too short and too long",
    "a.csv",
    () => lines("Acme Nine", `${GOOD},x,y,z,1,2,3`),
    ({ counts }) => expect(counts).toEqual({ ready: 1, known: 0, wrong: 1 }),
  ],
  [
    "a file's name with a path and a script",
    "C:\\x\\<script>..\u202efdp.csv",
    () => lines(GOOD),
    ({ file_name }) => expect(file_name).toBe("_script_..fdp.csv"),
  ],
];

describe("S17 hostile imports › a file that can be read is judged cell by cell", () => {
  it.each(READ)("%s", async (_, name, bytes, check) => {
    check(await previewImport.execute(mine.ctx("owner"), { file: { name, bytes: bytes() } }));
  });
});

it("S17 hostile imports › nothing of it was ever stored", async () => {
  expect(await sql`select id from miner_models where tenant_id = ${mine.id}`).toEqual([]);
});
