import { readFileSync } from "node:fs";
import path from "node:path";
import { Font } from "@react-pdf/renderer";
import type { Locale } from "@/lib/kernel/context";
import { lineBreaks } from "./line-breaks";
import { woffToSfnt } from "./woff-to-sfnt";

const GEIST = path.join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans");
const NOTO = path.join(process.cwd(), "node_modules/@fontsource/noto-sans-sc/files");

const LATIN = "Geist";
const CHINESE = "Noto Sans SC";

let registered = false;

/** Makes the product's own fonts known to the PDF writer, once a process; each is read when a text first needs it. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  Font.register({
    family: LATIN,
    fonts: [
      { src: path.join(GEIST, "Geist-Regular.ttf"), fontWeight: 400 },
      { src: path.join(GEIST, "Geist-Medium.ttf"), fontWeight: 500 },
    ],
  });
  Font.register({
    family: CHINESE,
    fonts: [
      { src: chinese(400), fontWeight: 400 },
      { src: chinese(500), fontWeight: 500 },
    ],
  });
  Font.registerHyphenationCallback(lineBreaks);
}

/**
 * A Chinese report is set in one font, Latin and figures too: a change of font is where a line would break wrongly.
 * An English one needs it only for the names that somebody gave.
 */
export function fontFamily(locale: Locale, names: readonly (string | null)[]): string[] {
  if (locale === "zh") return [CHINESE];
  return names.some((name) => name !== null && /[\u2e80-\uffef]/.test(name)) ? [LATIN, CHINESE] : [LATIN];
}

/** The full font, not the slices that the pages load. */
const chinese = (weight: number): string => {
  const woff = readFileSync(path.join(NOTO, `noto-sans-sc-chinese-simplified-${weight}-normal.woff`));
  return `data:font/ttf;base64,${woffToSfnt(woff).toString("base64")}`;
};
