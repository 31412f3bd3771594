"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { absoluteTime, relativeTime } from "@/lib/i18n/time-format";

const TICK_MS = 5_000;
const listeners = new Set<() => void>();
let nowMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    nowMs = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    nowMs = 0;
  };
}

/** One clock for the whole page. It stands still between ticks, as React asks of a store. */
const browserNow = (): number => {
  if (nowMs === 0) nowMs = Date.now();
  return nowMs;
};
const serverNow = (): null => null;

/** "3 min ago", kept true by one timer a page. The server renders the time itself, which needs no clock. */
export function RelativeTime({ iso }: { iso: string }) {
  const locale = useLocale();
  const now = useSyncExternalStore<number | null>(subscribe, browserNow, serverNow);
  const absolute = absoluteTime(locale, iso);
  return (
    <time dateTime={iso} title={absolute}>
      {now === null ? absolute : relativeTime(locale, iso, now)}
    </time>
  );
}
