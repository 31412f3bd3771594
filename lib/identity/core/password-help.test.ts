import fc from "fast-check";
import { expect, it } from "vitest";
import { helpPassword } from "./password-help";
import { judgePassword } from "./password-policy";

const words = ["Ada Lovelace", "Northfield Mining", "ada@mine.example"];

it("counts characters as people do", () => {
  expect(helpPassword("矿机矿机", words)).toMatchObject({ length: 4, isLong: false });
  expect(helpPassword("😀😀", words).length).toBe(2);
});

it("says what is missing", () => {
  expect(helpPassword("northfield2026", words)).toMatchObject({ isLong: true, isOwn: true });
  expect(helpPassword("aaaaaaaaaaaaaaa", words)).toMatchObject({ isLong: true, isVaried: false });
  expect(helpPassword("copper turtle lamp", words)).toMatchObject({ isLong: true, isVaried: true, isOwn: false });
});

it("speaks of one's own words before the length is there", () => {
  expect(helpPassword("lovelace", words)).toMatchObject({ isLong: false, isOwn: true });
});

it("agrees with the judge wherever no list is needed", () => {
  const password = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom("northfield2026", "hashinsight1", "aaaaaaaaaaaa"),
  );
  fc.assert(
    fc.property(password, (text) => {
      const { isLong, isVaried, isOwn } = helpPassword(text, words);
      const fault = judgePassword(text, { words, isCommon: () => false });
      expect(isLong && isVaried && !isOwn).toBe(fault === undefined);
    }),
  );
});
