import { expect, it } from "vitest";
import { lineBreaks } from "./line-breaks";

const pieces = (word: string) => lineBreaks(word).filter((piece) => piece !== "");

it("leaves English words whole", () => {
  expect(lineBreaks("efficiency")).toEqual(["efficiency"]);
  expect(lineBreaks("−$1,234.50")).toEqual(["−$1,234.50"]);
  expect(lineBreaks("6.0\u00a0¢/")).toEqual(["6.0\u00a0¢/", ""]);
});

it("breaks Chinese between characters, with punctuation and figures kept where they belong", () => {
  expect(pieces("每天赚")).toEqual(["每", "天", "赚"]);
  expect(pieces("回本，不能。")).toEqual(["回", "本，", "不", "能。"]);
  expect(pieces("能效（J/TH）高")).toEqual(["能", "效", "（J/TH）", "高"]);
  expect(pieces("电价$1,234.50时")).toEqual(["电", "价", "$1,234.50", "时"]);
  // Each piece is followed by a place to break without a hyphen.
  expect(lineBreaks("每天")).toEqual(["每", "", "天", ""]);
});

it("breaks an address after its separators", () => {
  expect(pieces("https://example.org/en?v=1&s=2~3")).toEqual([
    "https:/",
    "/",
    "example.org/",
    "en?",
    "v=1&",
    "s=2~",
    "3",
  ]);
});
