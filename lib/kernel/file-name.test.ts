import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, safeFileName, slug } from "./file-name";

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom("/", "\\", "..", '"', "\r\n", ";", "%", "a", ".csv", "\u202e", "北", "é", " ", "*", "\ud800"),
    )
    .map((parts) => parts.join("")),
);

it.each([
  ["Antminer S21+ (200T)", "antminer-s21-plus-200t"],
  ["Énergie & coût", "e-nergie-cou-t"],
  ["北矿", ""],
  ["--a--", "a"],
])("slug %j → %j", (text, words) => {
  expect(slug(text)).toBe(words);
});

describe("safeFileName", () => {
  it.each([
    ["rigs.csv", "rigs.csv"],
    ["矿机 列表.xlsx", "矿机 列表.xlsx"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\rigs.csv", "rigs.csv"],
    ["annex\u202efdp.exe", "annexfdp.exe"],
    ["a\r\nSet-Cookie: x=1.csv", "aSet-Cookie_ x=1.csv"],
    ["nul\u0000l.csv", "null.csv"],
    ["CON.csv", "_CON.csv"],
    ["...", "upload"],
    ["", "upload"],
    ["a\ud800b.csv", "ab.csv"],
  ])("%j → %j", (name, safe) => {
    expect(safeFileName(name, "upload")).toBe(safe);
  });

  it("keeps the ending of a long name and cuts no character in two", () => {
    const long = safeFileName(`${"😀".repeat(200)}.xlsx`, "upload");
    expect(Array.from(long)).toHaveLength(120);
    expect(long).toMatch(/^(😀)+\.xlsx$/u);
  });

  it("is one plain name, whatever it was given, and stays the same when it is made safe again", () => {
    fc.assert(
      fc.property(anything, (name) => {
        const safe = safeFileName(name, "upload");
        expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]|^[. ]|^$/u);
        expect(Array.from(safe).length).toBeLessThanOrEqual(120);
        expect(safeFileName(safe, "upload")).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });
});

describe("contentDisposition", () => {
  it.each([
    ["report.pdf", 'attachment; filename="report.pdf"'],
    ["矿机.csv", "attachment; filename=\"__.csv\"; filename*=UTF-8''%E7%9F%BF%E6%9C%BA.csv"],
    ["coût.csv", "attachment; filename=\"cout.csv\"; filename*=UTF-8''co%C3%BBt.csv"],
    ['a"; filename=evil.exe', 'attachment; filename="a_; filename=evil.exe"'],
    ["a\r\nX-Evil: 1", 'attachment; filename="aX-Evil_ 1"'],
    ["100%.csv", "attachment; filename=\"100_.csv\"; filename*=UTF-8''100%25.csv"],
    ["it's (1).csv", 'attachment; filename="it\'s (1).csv"'],
    ["\u202e", 'attachment; filename="download"'],
  ])("%j → %s", (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });

  it("is a header that the platform takes, and says the name back", () => {
    fc.assert(
      fc.property(anything, (name) => {
        const header = contentDisposition(name);
        expect(() => new Headers({ "content-disposition": header })).not.toThrow();
        const parts = /^attachment; filename="([^"\\]*)"(?:; filename\*=UTF-8''([\w.~!$&+%-]*))?$/.exec(header);
        expect(parts).not.toBeNull();
        expect(parts?.[2] === undefined ? parts?.[1] : decodeURIComponent(parts[2])).toBe(
          safeFileName(name, "download"),
        );
      }),
      { numRuns: 500 },
    );
  });
});
