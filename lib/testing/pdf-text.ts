import { inflateSync } from "node:zlib";

export type PdfText = {
  pages: number;
  /** All text in the order in which it is drawn, without spaces, since a PDF places words and writes none. */
  text: string;
  /** Characters for which the font had no glyph. */
  missing: number;
};

/** Reads back what a PDF of ours says: its fonts are subsets with two bytes a glyph and a map to Unicode. */
export function pdfText(bytes: Uint8Array): PdfText {
  const file = Buffer.from(bytes).toString("latin1");
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [id, body]),
  );
  const fonts = new Map(
    [...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [name, unicodeOf(objects, id)]),
  );
  let text = "";
  let missing = 0;
  for (const body of objects.values()) {
    const content = streamOf(body);
    if (!content || !/ Tf\b/.test(content)) continue;
    let glyphs = new Map<string, string>();
    for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font) glyphs = fonts.get(font) ?? glyphs;
      for (const [, run = ""] of (shown ?? "").matchAll(/<([0-9a-f]+)>/g)) {
        for (const glyph of run.match(/.{4}/g) ?? []) {
          if (glyph === "0000") missing++;
          text += glyphs.get(glyph) ?? "";
        }
      }
    }
  }
  return { pages: [...file.matchAll(/\/Type \/Page\b(?!s)/g)].length, text: text.replace(/\s/g, ""), missing };
}

function streamOf(body: string): string | null {
  const start = body.indexOf("stream\n");
  if (start < 0 || !body.includes("/FlateDecode")) return null;
  const length = Number(/\/Length (\d+)/.exec(body)?.[1]);
  const raw = Buffer.from(body.slice(start + 7, start + 7 + length), "latin1");
  return inflateSync(raw).toString("latin1");
}

/** Glyph numbers, four hex digits each, to text. */
function unicodeOf(objects: Map<string, string>, font: string): Map<string, string> {
  const map = new Map<string, string>();
  const id = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1];
  const source = streamOf(objects.get(id ?? "") ?? "") ?? "";
  for (const [, first = "0", list = ""] of source.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    // A ligature stands for several characters.
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, code = ""], index) => {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      map.set(glyph, Buffer.from(code.replaceAll(" ", ""), "hex").swap16().toString("utf16le"));
    });
  }
  return map;
}
