/**
 * Reads a number as people type it: `1,234.5`, `1 234.5`, `１２．５`, `−3`, `6 %` without its sign's meaning.
 * A lone comma with one or two digits behind it is a decimal comma. Null for an empty or unreadable text.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/。/g, ".")
    .replace(/[\s'_%$¢]/g, "");
  const decimalComma = /^[+-]?\d+,\d{1,2}$/.test(plain);
  const digits = decimalComma ? plain.replace(",", ".") : plain.replace(/,(?=\d{3}(?:\D|$))/g, "");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? value : null;
}
