/** Other spellings of one word; the left side is matched in text that `normaliseName` has already lowered. */
const SPELLINGS: [RegExp, string][] = [
  [/蚂蚁矿机|蚂蚁/gu, " antminer "],
  [/神马矿机|神马/gu, " whatsminer "],
  [/阿瓦隆/gu, " avalon "],
  [/比特大陆/gu, " bitmain "],
  [/比特微/gu, " microbt "],
  [/嘉楠(?:科技|耘智)?/gu, " canaan "],
  [/比特小鹿/gu, " bitdeer "],
  [/水冷/gu, " hyd "],
  [/浸没式?|液浸/gu, " imm "],
  [/\bhydro\b/gu, "hyd"],
  [/\bimmersion\b/gu, "imm"],
  [/\s*plus\b/gu, "+"],
  [/\b(ant|whats|seal) miner\b/gu, "$1miner"],
  [/\bavalon(?:miner| miner| made)\b/gu, "avalon"],
  // Canaan prints one machine as "AvalonMiner 1246" and as "A1246".
  [/\ba(\d{4})/gu, "$1"],
];

const BIN = /(?<![a-z0-9.])(\d+(?:\.\d+)?)\s*(?:th\/s|ths|th|t)(?![a-z0-9])/gu;
const BRANDS = new Set(["antminer", "whatsminer", "avalon", "sealminer", "teraflux"]);

/**
 * One spelling for every way to write a machine's name: lower case, half-width, single spaces, no hyphens or brackets,
 * a bin as one word. `"Ａntminer S19-Hydro (158 TH/s)"` → `"antminer s19 hyd 158t"`.
 */
export function normaliseName(text: string): string {
  let name = text.normalize("NFKC").toLowerCase().replace(BIN, "$1t");
  name = name.replace(/[-‐-―,;()[\]/]|\.(?!\d)/gu, " ").replace(/\s+/gu, " ");
  for (const [spelling, word] of SPELLINGS) name = name.replace(spelling, word);
  return name.replace(/\s+/gu, " ").trim();
}

/** A normalised name without its spaces: what two spellings of one machine have in common. */
export const compact = (name: string): string => name.replaceAll(" ", "");

/** The name without the maker's brand: `"antminer s21"` → `"s21"`. */
export function withoutBrand(name: string): string {
  const [first, ...rest] = name.split(" ");
  return rest.length > 0 && BRANDS.has(first ?? "") ? rest.join(" ") : name;
}

/**
 * Every way to write a model without spaces: with and without the brand, with and without the maker in front.
 * `"Antminer S21"`, `"Bitmain"` → `antminers21`, `s21`, `bitmainantminers21`, `bitmains21`
 */
export function spellings(modelName: string, manufacturer: string): Set<string> {
  const name = normaliseName(modelName);
  const maker = normaliseName(manufacturer);
  const short = withoutBrand(name);
  return new Set([name, short, `${maker} ${name}`, `${maker} ${short}`].map(compact));
}

/** Splits a written name into the model and the bin it names, TH/s: `"S21 Pro 234T"` → `s21 pro`, 234. */
export function splitBin(text: string): { name: string; binTh: number | null } {
  const words = normaliseName(text).split(" ");
  const at = words.findLastIndex((word) => /^\d+(\.\d+)?t$/u.test(word));
  if (at === -1) return { name: words.join(" "), binTh: null };
  return { name: words.toSpliced(at, 1).join(" "), binTh: Number.parseFloat(words[at] ?? "") };
}

/** `"Antminer S21"`, 200 → `"Antminer S21 200T"` */
export const modelLabel = (modelName: string, hashrateTh: number): string => `${modelName} ${hashrateTh}T`;

/** `"WhatsMiner M30S++"`, 112 → `"whatsminer-m30s-plus-plus-112t"`; reads back through `normaliseName`. */
export const modelId = (modelName: string, hashrateTh: number): string =>
  modelLabel(modelName, hashrateTh)
    .toLowerCase()
    .replaceAll("+", " plus")
    .replace(/[^a-z0-9.]+/gu, "-")
    .replace(/^-|-$/gu, "");

/** J/TH to two decimals. */
export const efficiency = (powerW: number, hashrateTh: number): number => Math.round((powerW / hashrateTh) * 100) / 100;
