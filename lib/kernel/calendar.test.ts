import { expect, test } from "vitest";
import { addUtcMonths, isoDate, utcDateMs } from "./calendar";

const plus = (date: string, months: number) => isoDate(addUtcMonths(utcDateMs(date), months));

test("a month's end is held inside the next month, counted from the start", () => {
  expect(plus("2026-01-31", 1)).toBe("2026-02-28");
  expect(plus("2026-01-31", 2)).toBe("2026-03-31");
  expect(plus("2028-01-31", 1)).toBe("2028-02-29");
  expect(plus("2026-11-15", 14)).toBe("2028-01-15");
  expect(plus("2026-01-01", 0)).toBe("2026-01-01");
});

test("the time of day stays", () => {
  expect(new Date(addUtcMonths(Date.parse("2026-01-31T23:59:59.500Z"), 1)).toISOString()).toBe(
    "2026-02-28T23:59:59.500Z",
  );
});

test("a day that does not exist is no date", () => {
  expect(utcDateMs("2026-02-30")).toBeNaN();
  expect(utcDateMs("2026-2-3")).toBeNaN();
  expect(utcDateMs("yesterday")).toBeNaN();
  expect(utcDateMs("2026-02-28")).toBe(Date.UTC(2026, 1, 28));
});
