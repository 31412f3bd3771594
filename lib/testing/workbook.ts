import { strToU8, type Zippable, zipSync } from "fflate";

const TYPES = (main: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`;
const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The `<Relationship>`s of a part. */
export const relations = (...entries: { id: string; type: string; target: string; external?: boolean }[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

/** A sheet's XML around the inside of its `<sheetData>`. */
export const sheetXml = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

/** Texts as a sheet's rows, in place. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, row) => {
      const inside = cells.map(
        (text, column) => `<c r="${letters(column)}${row + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
      );
      return `<row r="${row + 1}">${inside.join("")}</row>`;
    })
    .join("");

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The parts of the least workbook there is, with one sheet; `more` adds and replaces, `mainType` is its content type. */
export function workbookParts(
  rows: string,
  more: Record<string, string | Uint8Array> = {},
  mainType = MAIN,
): Record<string, string | Uint8Array> {
  return {
    "[Content_Types].xml": TYPES(mainType),
    "_rels/.rels": relations({ id: "rId1", type: "officeDocument", target: "xl/workbook.xml" }),
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations({ id: "rId1", type: "worksheet", target: "worksheets/sheet1.xml" }),
    "xl/worksheets/sheet1.xml": sheetXml(rows),
    ...more,
  };
}

export const zipped = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ) as Zippable,
  );

export const workbook = (...args: Parameters<typeof workbookParts>): Uint8Array => zipped(workbookParts(...args));
