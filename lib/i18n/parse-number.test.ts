import { describe, expect, it } from "vitest";
import { parseNumber } from "./parse-number";

describe("parseNumber", () => {
  it.each([
    ["1,234.5", 1234.5],
    ["1,234,567", 1234567],
    ["12 345", 12345],
    ["0,06", 0.06],
    [".5", 0.5],
    ["−3", -3],
    ["+2", 2],
    ["１２．５", 12.5],
    ["6。5", 6.5],
    ["6 %", 6],
    ["$3,000", 3000],
    ["1.25e14", 1.25e14],
    ["5.", 5],
  ])("reads %s", (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(["", " ", "abc", "1.2.3", "--1", "1,23,4", "1e999", "-", "."])("refuses %j", (text) =>
    expect(parseNumber(text)).toBeNull(),
  );
});
