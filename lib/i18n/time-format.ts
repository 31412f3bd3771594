import type { Locale } from "../kernel/context";
import { keptFormats } from "./kept-formats";

const tag = (locale: Locale) => (locale === "zh" ? "zh-CN" : "en-GB");

const DAY = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" } as const;
const MINUTE = { ...DAY, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const FINENESS = { day: DAY, minute: MINUTE, second: { ...MINUTE, second: "2-digit" } } as const;

const dates = keptFormats<Intl.DateTimeFormat>();
const ages = keptFormats<Intl.RelativeTimeFormat>();

const format = (locale: Locale, fineness: keyof typeof FINENESS, iso: string): string =>
  dates(`${locale} ${fineness}`, () => new Intl.DateTimeFormat(tag(locale), FINENESS[fineness])).format(new Date(iso));

/** `2026-11-23T01:48:00Z` → `23 Nov 2026, 01:48 UTC`: the same on the server and in every browser. */
export const absoluteTime = (locale: Locale, iso: string): string => `${format(locale, "minute", iso)} UTC`;

/** The same with its seconds: `23 Nov 2026, 01:48:30 UTC`. */
export const exactTime = (locale: Locale, iso: string): string => `${format(locale, "second", iso)} UTC`;

/** `12:04 UTC`; on another day than `nowMs`, with its date. */
export function clockTime(locale: Locale, iso: string, nowMs: number): string {
  const isToday = iso.slice(0, 10) === new Date(nowMs).toISOString().slice(0, 10);
  return isToday ? `${iso.slice(11, 16)} UTC` : absoluteTime(locale, iso);
}

/** `2026-11-23T…` → `23 Nov 2026`, `2026年11月23日`; in UTC, like every date that the product books by. */
export const dateText = (locale: Locale, iso: string): string => format(locale, "day", iso);

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** How long ago (or ahead) `iso` is, in the largest whole unit: `3 min ago`, `in 6 days`, `14 分钟前`. */
export function relativeTime(locale: Locale, iso: string, nowMs: number): string {
  const seconds = (Date.parse(iso) - nowMs) / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
  const style = unit === "day" ? "long" : "short";
  const language = locale === "zh" ? "zh-CN" : "en";
  return ages(`${locale} ${style}`, () => new Intl.RelativeTimeFormat(language, { style, numeric: "always" }))
    .format(Math.trunc(seconds / size), unit)
    .replace(/\.(?= |$)/, "");
}
