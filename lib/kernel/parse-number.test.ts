import { describe, expect, it } from "vitest";
import { parseNumber } from "./parse-number";

describe("parseNumber", () => {
  it.each([
    ["3500", 3500],
    ["3,500", 3500],
    ["1,234,567.5", 1234567.5],
    ["3 500", 3500],
    ["3\u202f500", 3500],
    ["6.5", 6.5],
    ["6,5", 6.5],
    ["0,065", 0.065],
    [".5", 0.5],
    ["5.", 5],
    ["−5", -5],
    ["+5", 5],
    ["1.25e14", 1.25e14],
    ["６．５", 6.5],
    ["３，５００", 3500],
    ["６。５", 6.5],
    ["$5", 5],
    ["6 %", 6],
    ["12,34", 12.34],
  ])("reads %j as %d", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(["", " ", "abc", "5x", "1,2,3", "1.2.3", "--5", "Infinity", "NaN", "0x10", "1e999", "1,23,4", "-", "."])(
    "takes %j for no number",
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});
