import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages } from "./messages";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );

/** Names of arguments and tags: `{value}`, `<figure>`. */
const parts = (message: string): string[] =>
  [...message.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, argument, tag]) => argument ?? `<${tag}>`);

const english = leaves(messages.en);
const chinese = new Map(leaves(messages.zh));

describe("messages", () => {
  it.each(["en", "zh"])("every file of messages/%s is imported", (locale) => {
    const files = readdirSync(new URL(`../../messages/${locale}/`, import.meta.url)).map((name) =>
      name.replace(".json", ""),
    );
    expect(files.sort()).toEqual(Object.keys(messages.en).sort());
  });

  it("both languages have the same keys", () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  it("both take the same arguments", () => {
    const used = (text: string) =>
      [...new Set(parts(text))]
        .filter((part) => part !== "<keep>")
        .sort()
        .join(" ");
    const differing = english.filter(([key, message]) => used(message) !== used(chinese.get(key) ?? ""));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("Chinese has the punctuation of Chinese", () => {
    const latin = /[\u4e00-\u9fff]\s?[,;:!?](?:\s|$)|[\u4e00-\u9fff]\.(?:\s|$)|\([^)]*[\u4e00-\u9fff]/;
    const words = (message: string) => message.replace(/[{<][^{}<>]*[}>]/g, "");
    expect([...chinese].filter(([, message]) => latin.test(words(message)))).toEqual([]);
  });
});
