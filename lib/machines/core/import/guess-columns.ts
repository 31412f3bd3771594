import { IMPORT_FIELDS, type ImportColumn, type ImportField, type Mapping } from "./schemas";

/** Headings by which a column is known, in both languages; the unit is taken off before. Earlier words are surer. */
const HEADINGS: Record<ImportField, readonly string[]> = {
  model_name: [
    "model name",
    "model",
    "miner model",
    "machine model",
    "miner",
    "machine",
    "name",
    "型号",
    "矿机型号",
    "机型",
    "型号名称",
    "矿机",
    "名称",
    "model_name",
  ],
  manufacturer: ["manufacturer", "maker", "brand", "vendor", "make", "厂商", "制造商", "品牌", "厂家", "生产商"],
  hashrate_th: [
    "hashrate",
    "hash rate",
    "hashrate th",
    "nominal hashrate",
    "rated hashrate",
    "speed",
    "算力",
    "额定算力",
    "hash power",
    "hashpower",
  ],
  power_w: [
    "power",
    "power w",
    "power consumption",
    "consumption",
    "wall power",
    "power usage",
    "watts",
    "功耗",
    "额定功耗",
    "功率",
    "额定功率",
    "墙上功耗",
  ],
  release_year: [
    "release year",
    "year",
    "released",
    "release",
    "release date",
    "launch",
    "launch year",
    "launch date",
    "发布年份",
    "年份",
    "上市年份",
    "发布时间",
    "上市时间",
    "发布日期",
    "发布年",
  ],
  cooling: ["cooling", "cooling type", "cooling method", "冷却方式", "散热方式", "冷却", "散热"],
  status: ["status", "availability", "state", "状态", "供货状态"],
};

/** A map, and never an object: headings may be called `__proto__` or `constructor`. */
const FIELDS = new Map(
  IMPORT_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [wordOf(heading), field] as const)),
);

/** `Hashrate (TH/s)`, `hashrate_th`, `算力（TH/s）` → `hashrate`, `算力`; `Power, kW` → `power` */
function wordOf(heading: string): string {
  const plain = heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[_\s]+/gu, " ")
    .replace(/\*/gu, "")
    .trim();
  return plain
    .replace(/[\s,:/]*[([][^()[\]]*[)\]]$/u, "")
    .replace(/[\s,:/]+(?:[gtpe]h(?:\/?s)?|k?w|watts?)$/u, "")
    .trim();
}

/**
 * What each column of a heading holds: as `chosen` says, else by its words. A field that several headings name is taken
 * from the first, and the others say that they repeat it.
 */
export function guessColumns(
  headings: readonly string[],
  firstRow: readonly string[],
  chosen: Mapping = {},
): ImportColumn[] {
  const taken = new Map<ImportField, number>();
  for (const field of IMPORT_FIELDS) {
    const column = chosen[field];
    if (typeof column === "number" && column <= headings.length) taken.set(field, column);
  }
  const width = Math.max(headings.length, firstRow.length);
  return Array.from({ length: width }, (_, index) => {
    const heading = headings[index] ?? "";
    const column = index + 1;
    const said = IMPORT_FIELDS.find((field) => taken.get(field) === column);
    const guessed = FIELDS.get(wordOf(heading));
    const free = guessed !== undefined && !taken.has(guessed) && chosen[guessed] === undefined;
    const field = said ?? (free ? guessed : null);
    if (field !== null) taken.set(field, column);
    const repeats = field === null && guessed !== undefined && taken.has(guessed) && chosen[guessed] === undefined;
    return { column, heading: heading.slice(0, 100), field, sample: (firstRow[index] ?? "").slice(0, 100), repeats };
  });
}
