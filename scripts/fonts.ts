// npm run fonts: makes the small fonts of the interface anew. Run it when messages/zh got many new characters;
// components/layout/chinese-ui-font.test.ts says when. What is missing here still comes, in slices of Noto Sans SC.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { interfaceCharacters, OPEN_MESSAGES } from "@/lib/i18n/interface-characters";
import { ROOT } from "./process/spawn-node";

const NOTO = join(ROOT, "node_modules/@fontsource/noto-sans-sc");
const GEIST = join(ROOT, "node_modules/geist");
const FOLDER = join(ROOT, "public/fonts");
/** Everything Chinese; the quotes, dashes and dots that Geist would set as Latin ones are named apart. */
const CHINESE = "U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF";
const PUNCTUATION = "U+00B7, U+2014, U+2018-2019, U+201C-201D, U+2026";
/** Latin with its accents, punctuation, currencies, arrows and the signs of arithmetic. */
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x203a],
  [0x2070, 0x209c],
  [0x20a0, 0x20bf],
  [0x2190, 0x2199],
  [0x2202, 0x2265],
] as const;

async function geist(): Promise<void> {
  const whole = readFileSync(join(GEIST, "dist/fonts/geist-sans/Geist-Variable.woff2"));
  const text = LATIN.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, n) => String.fromCodePoint(from + n)),
  );
  const subset = await subsetFont(whole, text.join(""), {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 600 } },
    keepFeatures: ["kern", "calt", "ccmp", "locl", "mark", "tnum"],
    noHinting: true,
  });
  writeFileSync(join(ROOT, "components/layout/geist-latin.woff2"), subset);
  copyFileSync(join(GEIST, "LICENSE.txt"), join(FOLDER, "OFL-Geist.txt"));
  say("geist-latin.woff2", text.length, subset);
}

/**
 * Two files, so that who comes from outside waits for the characters of the open pages alone. One weight: Chinese
 * headings differ by size, and a second one would double what a reader waits for.
 */
async function noto(): Promise<void> {
  const open = charactersOf(OPEN_MESSAGES.map((name) => `${name}.json`));
  const all = charactersOf(readdirSync(join(ROOT, "messages/zh")));
  const rest = [...all].filter((character) => !open.includes(character)).join("");
  const first = await cut("open", open);
  const second = await cut("rest", rest);
  copyFileSync(join(NOTO, "LICENSE"), join(FOLDER, "OFL-Noto-Sans-SC.txt"));
  // Of two faces of a family that have a character the later one is asked for it.
  const faces = [
    face("Noto Sans SC UI", first, CHINESE),
    face("Noto Sans SC UI", second, rangeOf(rest)),
    face("Noto Sans SC Punctuation", first, PUNCTUATION),
  ];
  writeFileSync(join(ROOT, "app/chinese-ui-font.css"), `/* Made by npm run fonts. */\n${faces.join("")}`);
  writeFileSync(
    join(ROOT, "components/layout/chinese-ui-font.ts"),
    `// Made by npm run fonts.\nexport const CHINESE_UI_FONT = {${half("open", first, open)}${half("rest", second, rest)}\n} as const;\n`,
  );
}

/** As Biome writes it. */
const half = (name: string, file: string, characters: string): string =>
  `\n  ${name}: {\n    file: "${file}",\n    characters:\n      ${JSON.stringify(characters)},\n  },`;

const charactersOf = (files: string[]): string =>
  interfaceCharacters(files.map((name) => readFileSync(join(ROOT, "messages/zh", name), "utf8")).join(""));

/** Writes the font of these characters; its address has a hash of its content. */
async function cut(part: string, characters: string): Promise<string> {
  const whole = readFileSync(join(NOTO, "files/noto-sans-sc-chinese-simplified-400-normal.woff2"));
  const subset = await subsetFont(whole, characters, { targetFormat: "woff2", keepFeatures: [], noHinting: true });
  const name = `noto-sans-sc-${part}.${createHash("sha256").update(subset).digest("hex").slice(0, 8)}.woff2`;
  writeFileSync(join(FOLDER, name), subset);
  say(name, characters.length, subset);
  return `/fonts/${name}`;
}

const rangeOf = (characters: string): string =>
  [...characters].map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`).join(", ");

const face = (family: string, url: string, range: string): string =>
  `@font-face {\n  font-family: "${family}";\n  font-weight: 400 500;\n  font-display: swap;\n  src: url("${url}") format("woff2");\n  unicode-range: ${range};\n}\n`;

const say = (name: string, characters: number, font: Buffer): void =>
  console.log(`${name}: ${characters} characters, ${(font.length / 1024).toFixed(0)} kB`);

mkdirSync(FOLDER, { recursive: true });
for (const old of readdirSync(FOLDER)) rmSync(join(FOLDER, old));
await geist();
await noto();
