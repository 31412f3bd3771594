const DELIMITERS = [",", ";", "\t"] as const;
const LOOKED_AT = 20;

/**
 * What separates the cells: of comma, semicolon and tab the one that stands in the heading and, outside of quotes, as
 * often in the rows below it. A first line `sep=;`, as Excel writes it, decides and is no row. Lines end in LF.
 */
export function splitDelimiter(text: string): { delimiter: string; body: string; skipped: number } {
  const said = /^sep=([,;\t])\n/i.exec(text);
  if (said?.[1]) return { delimiter: said[1], body: text.slice(said[0].length), skipped: 1 };
  const lines = firstLines(text);
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const heading = counts[0] ?? 0;
    const alike = heading === 0 ? 0 : counts.filter((count) => count === heading).length;
    return { delimiter, alike, heading };
  });
  const [best] = scores.toSorted((a, b) => b.alike - a.alike || b.heading - a.heading);
  return { delimiter: best?.alike ? best.delimiter : ",", body: text, skipped: 0 };
}

/** The first lines that hold something, with what is quoted taken out. */
function firstLines(text: string): string[] {
  const plain = text.slice(0, 100_000).replace(/(^|[\n,;\t])"(?:[^"]|"")*"/g, "$1");
  return plain
    .split("\n", LOOKED_AT * 2)
    .filter((line) => line.trim() !== "")
    .slice(0, LOOKED_AT);
}
