import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturn } from "./safe-return";

const HOME = "/en";

const TRICKS: [string, string][] = [
  ["another host", "https://evil.example"],
  ["another host without a scheme", "//evil.example"],
  ["three slashes", "///evil.example"],
  ["slash and backslash", "/\\evil.example"],
  ["backslashes", "\\\\evil.example"],
  ["a scheme without slashes", "https:evil.example"],
  ["a scheme in capitals", "HTTPS://evil.example"],
  ["escaped slashes", "%2f%2fevil.example"],
  ["escaped slashes behind ours", "/en/%2f%2fevil.example"],
  ["twice escaped slashes", "/en/%252f%252fevil.example"],
  ["an escaped backslash", "/en%5cevil.example"],
  ["a slash too many behind ours", "/en//evil.example"],
  ["up and out", "/en/..//evil.example"],
  ["escaped dots", "/en/%2e%2e/api/logout"],
  ["up to the API", "/en/../api/auth/signout"],
  ["javascript:", "javascript:alert(1)"],
  ["javascript: behind a tab", "\tjavascript:alert(1)"],
  ["data:", "data:text/html,<script>alert(1)</script>"],
  ["a user name", "/en@evil.example"],
  ["ours as a user name", "https://hashinsight.example@evil.example"],
  ["a tab between the slashes", "/\t/evil.example"],
  ["a new line between the slashes", "/\n/evil.example"],
  ["a header", "/en\r\nLocation: https://evil.example"],
  ["an escaped header", "/en?x=%0d%0aLocation:%20https://evil.example"],
  ["NUL", "/en/\u0000"],
  ["an escaped NUL", "/en/%00"],
  ["a blank in front", " //evil.example"],
  ["full-width slashes", "／／evil.example"],
  ["a full-width slash behind ours", "/en／／evil.example"],
  ["a division slash", "/en/∕∕evil.example"],
  ["a dot of another script", "/en/evil。example"],
  ["a longer word than our language", "/english.evil.example"],
  ["a language glued to a host", "/en.evil.example"],
  ["no language", "/calculator"],
  ["the API", "/api/auth/signout"],
  ["relative", "en/calculator"],
  ["empty", ""],
  ["too long", `/en/${"a".repeat(2048)}`],
  ["half an escape", "/en/%2"],
  ["half an escape in the query", "/en?from=%e"],
  ["a step on the spot", "/en/./calculator"],
  ["a colon in the path", "/en/javascript:alert(1)"],
  ["a bidi mark", "/en/\u202eevil"],
];

/** The ways a page or a form comes to the value. */
const WAYS: [string, (trick: string) => unknown][] = [
  ["as it is", (trick) => trick],
  ["from an address that was written by hand", (trick) => new URLSearchParams(`next=${trick}`).get("next")],
  ["from an escaped address", (trick) => new URLSearchParams({ next: trick }).get("next")],
  ["from a form", (trick) => form(trick).get("next")],
  ["as a repeated parameter", (trick) => ["/en/calculator", trick]],
  ["as the only one of a list", (trick) => [trick]],
];
const form = (trick: string): FormData => {
  const data = new FormData();
  data.set("next", trick);
  return data;
};

describe.each(WAYS)("%s", (_, given) => {
  it.each(TRICKS)("refuses %s", (_name, trick) => {
    expect(safeReturn(given(trick), HOME)).toBe(HOME);
  });
});

it.each([
  "/en",
  "/zh",
  "/en/",
  "/en/calculator",
  "/zh/calculator?with=quantity%3D2&with=quantity%3D3",
  "/en/reports/2026.11/machines-1.csv",
  "/en/crm/%E7%9F%BF%E6%9C%BA",
  `/en/${"a".repeat(2048 - "/en/".length)}`,
  "/en/hosting/sites/0192-ab?tab=slots&page=2#rows",
  "/en/crm?search=%E7%9F%BF%E6%9C%BA",
  "/en/invite?email=a@b.example",
  "/en?from=https://pool.example/x",
])("takes %s", (page) => {
  expect(safeReturn(page, "/zh")).toBe(page);
});

it.each([undefined, null, 5, true, {}, { toString: () => "/en" }, [], ["/en"], new File([], "x")])(
  "refuses %j",
  (value) => {
    expect(safeReturn(value, HOME)).toBe(HOME);
  },
);

it("leads nowhere but to our own pages, as a browser reads it", () => {
  const part = fc.constantFrom(
    "/en",
    "/zh",
    "/",
    "\\",
    "..",
    "//",
    "@",
    ":",
    "evil.example",
    "%2f",
    "%2e",
    "\t",
    "?",
    "#",
    "a",
    "https:",
  );
  const origin = "https://hashinsight.example";
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const url = new URL(safeReturn(parts.join(""), HOME), `${origin}/en/sign-in`);
      expect(url.origin).toBe(origin);
      expect(url.pathname).toMatch(/^\/(en|zh)(\/|$)/);
    }),
    { numRuns: 5000 },
  );
});
