import { describe, expect, it } from "vitest";
import { type MathNode, parseNotation } from "./notation";

/** Back to one line, with every group in brackets. */
const flat = (node: MathNode): string => {
  switch (node.kind) {
    case "row":
      return node.items.map(flat).join(" ");
    case "fraction":
      return `[${flat(node.above)}]/[${flat(node.below)}]`;
    case "script":
      return `${flat(node.base)}${node.below ? `_[${flat(node.below)}]` : ""}${node.above ? `^[${flat(node.above)}]` : ""}`;
    default:
      return node.text;
  }
};

describe("parseNotation", () => {
  it.each([
    ["R + F", "R + F"],
    ["s = frac{10^12 · 86400}{D · 2^32} · (R + F)", "s = [10^[12] · 86400]/[D · 2^[32]] · ( R + F )"],
    ["h_0 (1 − d)^t", "h_[0] ( 1 − d )^[t]"],
    ["x_a^{n + 1}", "x_[a]^[n + 1]"],
    ["frac{1}{frac{2}{3}}", "[1]/[[2]/[3]]"],
    ["142,342,602.9 · $86,432.17", "142,342,602.9 · $86,432.17"],
    ['2\u00a0% · "J/TH"', "2\u00a0% · J/TH"],
    ["−5", "− 5"],
  ])("%s", (text, expected) => {
    expect(flat(parseNotation(text))).toBe(expected);
  });

  it("refuses what is not balanced", () => {
    expect(() => parseNotation("frac{1}{2")).toThrow("not closed");
    expect(() => parseNotation("1 } 2")).toThrow("Unexpected }");
  });
});
