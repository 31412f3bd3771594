import { expect, it } from "vitest";
import { absoluteTime, clockTime, dateText, exactTime, relativeTime } from "./time-format";

const now = Date.parse("2026-11-23T02:00:00Z");

it.each([
  ["2026-11-23T01:59:40Z", "20 sec ago", "20秒前"],
  ["2026-11-23T01:46:00Z", "14 min ago", "14分钟前"],
  ["2026-11-22T23:00:00Z", "3 hr ago", "3小时前"],
  ["2026-10-05T09:39:20Z", "48 days ago", "48天前"],
  ["2026-11-29T02:00:00Z", "in 6 days", "6天后"],
  ["2026-11-23T02:29:00Z", "in 29 min", "29分钟后"],
])("%s is %s", (iso, en, zh) => {
  expect(relativeTime("en", iso, now)).toBe(en);
  expect(relativeTime("zh", iso, now)).toBe(zh);
});

it("says the time itself in UTC, wherever it runs", () => {
  expect(absoluteTime("en", "2026-11-23T01:48:00Z")).toBe("23 Nov 2026, 01:48 UTC");
  expect(absoluteTime("zh", "2026-11-23T01:48:00Z")).toBe("2026年11月23日 01:48 UTC");
  expect(exactTime("en", "2026-11-23T01:48:30Z")).toBe("23 Nov 2026, 01:48:30 UTC");
  expect(exactTime("zh", "2026-11-23T01:48:30Z")).toBe("2026年11月23日 01:48:30 UTC");
  expect(dateText("en", "2026-11-23T23:59:59Z")).toBe("23 Nov 2026");
});

it("says the clock's time of today, and the date of another day", () => {
  expect(clockTime("en", "2026-11-23T00:04:59Z", now)).toBe("00:04 UTC");
  expect(clockTime("zh", "2026-11-22T23:59:00Z", now)).toBe("2026年11月22日 23:59 UTC");
});
