const PUNCTUATION = "·—‘’“”…，。、；：？！（）《》【】％＋－＝／～￥";

/** The Chinese characters that a text needs of a font, each once, in order of code, with the usual punctuation. */
export function interfaceCharacters(text: string): string {
  const chinese = [...text].filter((character) => (character.codePointAt(0) ?? 0) >= 0x2e80);
  return [...new Set([...PUNCTUATION, ...chinese])].sort().join("");
}

/** The messages of the pages that anybody opens first, with what every page says. */
export const OPEN_MESSAGES = ["landing", "calculator", "formulas", "layout", "common", "errors"] as const;
