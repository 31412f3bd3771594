import { LAST_ROW, tooLarge } from "./sheet-rows";
import { damaged } from "./zip-directory";

const LAST_COLUMN = 16_384;

/** Cells of the rectangle around everything filled: the reader fills all of it. */
const MOST_CELLS = 10_000_000;

/** The opening tag of a row or a cell with its number; attributes are few, so a tag that never ends costs nothing. */
const PLACE = /<(?:\w{1,20}:)?(row|c)\s(?:[^<>]{0,300}?\s)?r\s*=\s*["']([^"'<>]{0,20})["'][^<>]{0,500}>/g;

/**
 * Looks over a sheet's XML before it is read: one filled cell in the last corner would make the reader build a thousand
 * million empty ones. Throws `too_large`, or `bad_request` where a place is none.
 */
export function checkExtent(xml: string): void {
  let rows = 0;
  let columns = 0;
  for (const match of xml.matchAll(PLACE)) {
    const [tag, kind, place = ""] = match;
    const [, letters = "", digits = ""] = /^([A-Z]{0,3})(\d{1,7})$/i.exec(place) ?? [];
    const row = Number(digits);
    const column = columnNumber(letters);
    if (row < 1 || row > LAST_ROW || column > LAST_COLUMN || (kind === "c") !== column > 0) throw damaged();
    // Spreadsheets keep cells that only have a colour.
    if (kind === "row" || tag.endsWith("/>") || xml.startsWith("</", match.index + tag.length)) continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  if (rows * columns > MOST_CELLS) {
    throw tooLarge(
      "far_cells",
      `A sheet reaches to row ${rows} and column ${columns}: delete what lies far off, or send it in parts.`,
    );
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
