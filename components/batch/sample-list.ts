import type { Locale } from "@/lib/kernel/context";

/** A fleet as somebody keeps it: names in many spellings, decimal commas, one name that nobody knows, one broken row. */
const ROWS = [
  ["Antminer S21 200T", "120", "0,055", "{north}", "A1"],
  ["s21 pro 234 TH/s", "48", "0,055", "{north}", "A2"],
  ["Whatsminer M60S 186T", "80", "0,061", "{south}", "B1"],
  ["S19 XP 140T", "200", "0,061", "{south}", "B2"],
  ["S19j Pro 104T", "350", "0,072", "{south}", "B3"],
  ["S21 Prro", "12", "0,055", "{north}", "A3"],
  ["Avalon A1566 185T", "24", "", "{yard}", "C1"],
  ["S9 13.5T", "40", "0,061", "{yard}", "C2"],
  ["M50S 126T", "{many}", "0,061", "{yard}", "C3"],
] as const;

const WORDS = {
  en: {
    head: ["Model", "Quantity", "Power price ($/kWh)", "Site", "Label"],
    ...{ north: "North hall", south: "South hall", yard: "Container yard", many: "about 30" },
  },
  zh: {
    head: ["型号", "数量", "电价（美元/千瓦时）", "场地", "标签"],
    ...{ north: "北厂房", south: "南厂房", yard: "集装箱区", many: "约 30" },
  },
} as const;

/** A list to try, as it is copied out of a spreadsheet. */
export function sampleList(locale: Locale): string {
  const { head, ...words } = WORDS[locale];
  const cells = (row: readonly string[]) =>
    row.map((cell) => cell.replace(/^\{(\w+)\}$/, (_, name: keyof typeof words) => words[name]));
  return [head, ...ROWS.map(cells)].map((row) => row.join("\t")).join("\n");
}
