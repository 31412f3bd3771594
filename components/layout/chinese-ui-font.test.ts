import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { interfaceCharacters, OPEN_MESSAGES } from "@/lib/i18n/interface-characters";
import { CHINESE_FONT_VERSION } from "./chinese-font-version";
import { CHINESE_UI_FONT } from "./chinese-ui-font";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");

const { open, rest } = CHINESE_UI_FONT;
const charactersOf = (names: readonly string[]) =>
  interfaceCharacters(names.map((name) => read(`messages/zh/${name}`)).join(""));

it.each([
  ["the open pages", OPEN_MESSAGES.map((name) => `${name}.json`), open.characters],
  ["all pages", readdirSync(new URL("messages/zh/", root)), open.characters + rest.characters],
])("has nearly every Chinese character of %s: run `npm run fonts` when it doesn't", (_, names, has) => {
  const missing = [...charactersOf(names)].filter((one) => !has.includes(one));
  // A missing one costs its page another file of some 50 kB: a few may wait for the next run.
  expect(missing.length, `missing: ${missing.join("")}`).toBeLessThanOrEqual(12);
});

it("names files that are there, the same in the style sheet and in the preload", () => {
  const css = read("app/chinese-ui-font.css");
  for (const { file } of [open, rest]) {
    expect(existsSync(new URL(`public${file}`, root))).toBe(true);
    expect(css).toContain(file);
  }
});

it("keeps the slices under the version of the package", () => {
  const { version } = JSON.parse(read("node_modules/@fontsource-variable/noto-sans-sc/package.json"));
  expect(CHINESE_FONT_VERSION).toBe(version);
});
