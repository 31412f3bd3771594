// npm run fonts: makes the two small fonts of the interface anew. Run it when messages/zh got many new characters;
// components/layout/chinese-ui-font.test.ts says when. What is missing here still comes, in slices of Noto Sans SC.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { interfaceCharacters } from "@/lib/i18n/interface-characters";
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

/** One weight: Chinese headings differ by size, and a second one would double what a reader waits for. */
async function noto(): Promise<void> {
  const messages = readdirSync(join(ROOT, "messages/zh")).map((name) =>
    readFileSync(join(ROOT, "messages/zh", name), "utf8"),
  );
  const characters = interfaceCharacters(messages.join(""));
  const whole = readFileSync(join(NOTO, "files/noto-sans-sc-chinese-simplified-400-normal.woff2"));
  const subset = await subsetFont(whole, characters, { targetFormat: "woff2", keepFeatures: [], noHinting: true });
  const name = `noto-sans-sc-ui.${createHash("sha256").update(subset).digest("hex").slice(0, 8)}.woff2`;
  const url = `/fonts/${name}`;
  writeFileSync(join(FOLDER, name), subset);
  copyFileSync(join(NOTO, "LICENSE"), join(FOLDER, "OFL-Noto-Sans-SC.txt"));
  writeFileSync(
    join(ROOT, "app/chinese-ui-font.css"),
    `/* Made by npm run fonts. */\n${face("Noto Sans SC UI", url, CHINESE)}${face("Noto Sans SC Punctuation", url, PUNCTUATION)}`,
  );
  writeFileSync(
    join(ROOT, "components/layout/chinese-ui-font.ts"),
    `// Made by npm run fonts.\nexport const CHINESE_UI_FONT = {\n  file: "${url}",\n  characters:\n    ${JSON.stringify(characters)},\n} as const;\n`,
  );
  say(name, characters.length, subset);
}

const face = (family: string, url: string, range: string): string =>
  `@font-face {\n  font-family: "${family}";\n  font-weight: 400 500;\n  font-display: swap;\n  src: url("${url}") format("woff2");\n  unicode-range: ${range};\n}\n`;

const say = (name: string, characters: number, font: Buffer): void =>
  console.log(`${name}: ${characters} characters, ${(font.length / 1024).toFixed(0)} kB`);

mkdirSync(FOLDER, { recursive: true });
for (const old of readdirSync(FOLDER)) rmSync(join(FOLDER, old));
await geist();
await noto();
