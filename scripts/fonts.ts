// npm run fonts: makes the small Chinese font of the interface anew. Run it when messages/zh got many new characters;
// components/layout/chinese-ui-font.test.ts says when. Characters that are missing here still come, in slices.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { interfaceCharacters } from "@/lib/i18n/interface-characters";
import { ROOT } from "./process/spawn-node";

const PACKAGE = join(ROOT, "node_modules/@fontsource/noto-sans-sc");
const FOLDER = join(ROOT, "public/fonts");
const WEIGHTS = [400, 500] as const;
/** Everything Chinese; the quotes, dashes and dots that Geist would set as Latin ones are named apart. */
const RANGE = "U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF";
const PUNCTUATION = "U+00B7, U+2014, U+2018-2019, U+201C-201D, U+2026";

const messages = readdirSync(join(ROOT, "messages/zh")).map((name) =>
  readFileSync(join(ROOT, "messages/zh", name), "utf8"),
);
const characters = interfaceCharacters(messages.join(""));

mkdirSync(FOLDER, { recursive: true });
for (const old of readdirSync(FOLDER)) if (old.endsWith(".woff2")) rmSync(join(FOLDER, old));
copyFileSync(join(PACKAGE, "LICENSE"), join(FOLDER, "OFL.txt"));

const files: { weight: number; url: string }[] = [];
for (const weight of WEIGHTS) {
  const whole = readFileSync(join(PACKAGE, `files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`));
  const subset = await subsetFont(whole, characters, { targetFormat: "woff2" });
  const hash = createHash("sha256").update(subset).digest("hex").slice(0, 8);
  const name = `noto-sans-sc-ui-${weight}.${hash}.woff2`;
  writeFileSync(join(FOLDER, name), subset);
  files.push({ weight, url: `/fonts/${name}` });
  console.log(`${name}: ${characters.length} characters, ${(subset.length / 1024).toFixed(0)} kB`);
}

const face = (family: string, range: string) =>
  files
    .map(
      ({ weight, url }) =>
        `@font-face {\n  font-family: "${family}";\n  font-weight: ${weight};\n  font-display: swap;\n  src: url("${url}") format("woff2");\n  unicode-range: ${range};\n}\n`,
    )
    .join("");
writeFileSync(
  join(ROOT, "app/chinese-ui-font.css"),
  `/* Made by npm run fonts. */\n${face("Noto Sans SC UI", RANGE)}${face("Noto Sans SC Punctuation", PUNCTUATION)}`,
);
writeFileSync(
  join(ROOT, "components/layout/chinese-ui-font.ts"),
  `// Made by npm run fonts.\nexport const CHINESE_UI_FONT = {\n  files: ${JSON.stringify(files.map(({ url }) => url))},\n  characters:\n    ${JSON.stringify(characters)},\n} as const;\n`,
);
