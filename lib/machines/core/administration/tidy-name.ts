/** One spelling for what people paste: half-width, single blanks, without trademarks and invisible characters. */
export const tidyName = (text: string): string =>
  text
    .replace(/[™®©]/gu, "")
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
