import { parseNumber } from "@/lib/kernel/parse-number";

type ReadNumber = (text: string) => number | null;

/** Both marks, or one that can be nothing but a decimal mark: `1.234,56`, `0,065`, `6,5`. */
const BY_COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|0,\d+|\d+,(?:\d{1,2}|\d{4,}))(?!\d)/u;
const BY_POINT = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|0?\.\d+|\d+\.(?:\d{1,2}|\d{4,}))(?!\d)/u;
/** Nothing to be read in two ways: most cells of a list. */
const DIGITS = /^\d{1,15}$/u;
/** Groups of thousands with points, then perhaps a comma. */
const GERMAN = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/u;

/**
 * Reads numbers as whoever wrote the list does: `1.234` is a thousand in a list that has `0,065` elsewhere and nowhere
 * `0.065`. Where the list says neither or both, each number stands for itself, as `parseNumber` has it.
 */
export function numberReader(texts: Iterable<string>): ReadNumber {
  const seen = { comma: 0, point: 0 };
  for (const text of texts) {
    if (DIGITS.test(text)) continue;
    const plain = bare(text);
    if (BY_COMMA.test(plain)) seen.comma++;
    else if (BY_POINT.test(plain)) seen.point++;
  }
  const isComma = seen.comma > 0 && seen.point === 0;
  return (text) => {
    if (DIGITS.test(text)) return Number(text);
    const plain = bare(text);
    const isGerman = GERMAN.test(plain) && (isComma || BY_COMMA.test(plain));
    return parseNumber(isGerman ? plain.replaceAll(".", "").replace(",", ".") : text);
  };
}

/** Without blanks, apostrophes and signs of money. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[−–]/gu, "-")
    .replace(/[\s_'’$¢%]/gu, "");
