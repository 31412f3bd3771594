import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { STRONGEST_PCT } from "../charts/heat-strength";
import { contrastPairs, printPairs } from "./contrast-pairs";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

/** `--color-x: #rrggbb` of one block of the style sheet. */
function tokens(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
  );
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(front: string, back: string): number {
  const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** `color-mix(in srgb, tint share, ground)` */
function mix(tint: string, ground: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(tint, at) * share + channel(ground, at) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

const screen = tokens(css.slice(css.indexOf("@theme"), css.indexOf("@layer base")));
const paper = new Map([...screen, ...tokens(css.slice(css.indexOf("@media print")))]);

describe("contrast of the tokens", () => {
  it.each(contrastPairs)("$front on $back is at least $atLeast", ({ front, back, atLeast }) => {
    expect(ratio(screen.get(front) ?? "", screen.get(back) ?? "")).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(printPairs)("printed, $front on $back is at least $atLeast", ({ front, back, atLeast }) => {
    expect(ratio(paper.get(front) ?? "", paper.get(back) ?? "")).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(["up", "down"])("words stay readable on the strongest %s of a heat table", (tint) => {
    for (const theme of [screen, paper]) {
      const ground = mix(theme.get(tint) ?? "", theme.get("bg") ?? "", STRONGEST_PCT / 100);
      expect(ratio(theme.get("text") ?? "", ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("measures as WCAG does", () => {
    expect(ratio("#000000", "#ffffff")).toBe(21);
    expect(ratio("#f2b90c", "#0b0d10")).toBeCloseTo(10.9, 1);
    expect(ratio("#5b6675", "#0b0d10")).toBeCloseTo(3.3, 1);
  });

  it("leaves no text colour undeclared", () => {
    const declared = new Set([...contrastPairs.flatMap((pair) => [pair.front, pair.back])]);
    const decoration = ["line", "line-strong"];
    expect([...screen.keys()].filter((name) => !declared.has(name) && !decoration.includes(name))).toEqual([]);
  });
});
