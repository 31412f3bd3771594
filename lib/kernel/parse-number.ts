/**
 * A number as people type it: `3,500`, `3 500`, `6.5`, `6,5`, `1.25e14`, `−5`, `６．５`, `$5`, `6 %`. Null where it is
 * none. A single comma that can't be a thousands separator is a decimal comma (`6,5`, `0,065`).
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[−–]/g, "-")
    .replace(/。/g, ".")
    .replace(/[\s_'’%$¢]/g, "");
  const thousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain);
  const number = thousands ? plain.replaceAll(",", "") : plain.replace(/^([+-]?\d*),(\d+)$/, "$1.$2");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(number)) return null;
  const value = Number(number);
  return Number.isFinite(value) ? value : null;
}
