const QUOTE = '"';

/**
 * A quote that doesn't open a cell is part of it: `19" rack` becomes `"19"" rack"`, as a strict reader wants it. What a
 * cell's own quotes hold stays as it is, and so does what is wrong with them. Lines end in LF.
 */
export function bareQuotes(text: string, delimiter: string): string {
  if (!text.includes(QUOTE)) return text;
  const ends = new RegExp(`[${delimiter}\\n]`, "g");
  const parts: string[] = [];
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const isQuoted = text[at] === QUOTE;
    const closed = isQuoted ? closingQuote(text, at) : at;
    if (closed === -1) break;
    ends.lastIndex = isQuoted ? closed + 1 : at;
    const end = ends.exec(text)?.index ?? text.length;
    const cell = isQuoted ? "" : text.slice(at, end);
    if (cell.includes(QUOTE)) {
      parts.push(text.slice(done, at), QUOTE, cell.replaceAll(QUOTE, QUOTE + QUOTE), QUOTE);
      done = end;
    }
    at = end + 1;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(done);
}

/** Where the quote that opens at `from` is closed; two of them are one that is meant. -1: nowhere. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from + 1);
  while (at !== -1 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}
