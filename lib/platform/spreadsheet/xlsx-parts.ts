import { unreadable } from "./sheet-rows";
import { damaged } from "./zip-directory";

const ADVICE = "save a copy with values only as .xlsx, and send that.";

/** Parts that a table of values has no need of. */
const FOREIGN: [RegExp, string][] = [
  [/vbaproject|vbadata|\/macrosheets\/|\/dialogsheets\/|\/activex\//i, `The workbook holds macros: ${ADVICE}`],
  [/\/externallinks\/|\/connections\.xml$|\/querytables\//i, `The workbook draws on other files or sources: ${ADVICE}`],
  [/\/embeddings\/|\.(?:zip|xls[xmb]?|doc[xm]?|ppt[xm]?|7z|rar|gz)$/i, `The workbook holds other files: ${ADVICE}`],
];

/** What the reader needs: parts in XML and how they belong together. Pictures and the like are left out. */
const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/i.test(name);

/**
 * The XML parts of a workbook, none of them with macros, links to other files, files inside, a DTD or entities.
 * Throws `bad_request`, saying what to do.
 */
export function checkedParts(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const types = parts.get("[Content_Types].xml");
  if (!types || !parts.has("xl/workbook.xml"))
    throw unreadable("damaged", "This is no .xlsx workbook: open it and save it as .xlsx again.");
  for (const [name, content] of parts) {
    const foreign = FOREIGN.find(([pattern]) => pattern.test(`/${name}`));
    if (foreign) throw unreadable("foreign_parts", foreign[1]);
    if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)/.test(name)) throw damaged();
    if (isArchive(content)) throw unreadable("foreign_parts", `The workbook holds other files: ${ADVICE}`);
    if (isXml(name)) checkXml(name, text(content));
  }
  checkTypes(text(types));
  return new Map([...parts].filter(([name]) => isXml(name)));
}

const isArchive = (content: Uint8Array): boolean =>
  content[0] === 0x50 && content[1] === 0x4b && content[2] === 3 && content[3] === 4;

/** Byte by byte: all that is looked for is ASCII, and the reader takes every part for UTF-8. */
export const text = (content: Uint8Array): string =>
  Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");

function checkXml(name: string, xml: string): void {
  const encoding = /^[^>]{0,200}?\sencoding\s*=\s*["']([^"']*)/.exec(xml)?.[1];
  if (xml.includes("\0") || (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding))) throw damaged();
  if (/<!(?:doctype|entity)/i.test(xml))
    throw unreadable("foreign_parts", `The workbook declares types or entities of its own: ${ADVICE}`);
  if (/\.rels$/i.test(name)) checkRelations(xml);
}

/** A cell may link to a web page: that is text to us. Nothing else may lie outside of the file. */
function checkRelations(xml: string): void {
  for (const [relation] of xml.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)) {
    const outside = /TargetMode\s*=\s*["']\s*External/i.test(relation);
    if (outside && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation)) {
      throw unreadable("foreign_parts", `The workbook draws on other files or sources: ${ADVICE}`);
    }
  }
}

function checkTypes(types: string): void {
  if (/macroEnabled|vbaProject/i.test(types)) throw unreadable("foreign_parts", `The workbook holds macros: ${ADVICE}`);
  if (!types.includes("spreadsheetml.sheet.main+xml"))
    throw unreadable("damaged", "This is no .xlsx workbook: open it and save it as .xlsx again.");
}
