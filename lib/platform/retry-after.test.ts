import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after";

const now = Date.parse("2026-01-01T00:00:00Z");
test.each([
  [null, null],
  ["120", 120_000],
  [" 0 ", 0],
  ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
  ["Wed, 31 Dec 2025 23:00:00 GMT", 0],
  ["soon", null],
])("%s", (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});
