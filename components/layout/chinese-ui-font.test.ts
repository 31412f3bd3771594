import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { interfaceCharacters } from "@/lib/i18n/interface-characters";
import { CHINESE_FONT_VERSION } from "./chinese-font-version";
import { CHINESE_UI_FONT } from "./chinese-ui-font";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");

it("has nearly every character of the Chinese interface: run `npm run fonts` when it doesn't", () => {
  const texts = readdirSync(new URL("messages/zh/", root)).map((name) => read(`messages/zh/${name}`));
  const missing = [...interfaceCharacters(texts.join(""))].filter((one) => !CHINESE_UI_FONT.characters.includes(one));
  // A missing one costs its page a slice of some 50 kB: a few may wait for the next run.
  expect(missing.length, `missing: ${missing.join("")}`).toBeLessThanOrEqual(12);
});

it("names a file that is there, the same in the style sheet and in the preload", () => {
  const css = read("app/chinese-ui-font.css");
  expect(existsSync(new URL(`public${CHINESE_UI_FONT.file}`, root))).toBe(true);
  expect(css).toContain(CHINESE_UI_FONT.file);
});

it("keeps the slices under the version of the package", () => {
  const { version } = JSON.parse(read("node_modules/@fontsource-variable/noto-sans-sc/package.json"));
  expect(CHINESE_FONT_VERSION).toBe(version);
});
