import { describe, expect, it } from "vitest";
import { faultsOf } from "./documents";
import { differences, messageKeys } from "./message-keys";

describe("messages", () => {
  it("are the same in both languages", async () => {
    expect((await messageKeys.run()).faults).toEqual([]);
  });

  it.each([
    ["a key that Chinese lacks", { "a.b": "x" }, {}, "messages/zh lacks a.b"],
    ["a key that English lacks", {}, { "a.b": "x" }, "messages/en lacks a.b"],
    ["another argument", { a: "{n} of {m}" }, { a: "{n}" }, "a takes {m,n} in English and {n} in Chinese"],
    ["an argument with a format", { a: "{n, number}" }, { a: "{n}" }, undefined],
    ["a plural", { a: "{n, plural, one {# day} other {# days}}" }, { a: "{n, plural, other {# 天}}" }, undefined],
  ])("find %s", (_, en, zh, fault) => {
    const found = [...differences(new Map(Object.entries(en)), new Map(Object.entries(zh)))];
    expect(found).toEqual(fault === undefined ? [] : [fault]);
  });
});

describe("documents", () => {
  it.each([
    ["a file that isn't there", "see `lib/kernel/nothing.ts`", ["d.md: there is no lib/kernel/nothing.ts"]],
    ["a file that is there", "see `lib/kernel/errors.ts` and `lib/x/y.ts <- no path`", []],
    ["a link that leads nowhere", "[x](docs/nowhere.md)", ["d.md: its link to docs/nowhere.md leads nowhere"]],
    ["links to the web and within", "[x](https://example.com) [y](#here) [z](package.json#L1)", []],
    ["a command that isn't there", "run `npm run dance`", ["d.md: there is no `npm run dance`"]],
    ["a command that is there", "run `npm run verify` or `npm run --silent figure -- list`", []],
  ])("find %s", (_, text, faults) => {
    expect([...faultsOf("d.md", text)]).toEqual(faults);
  });
});
