"use client";

import { useLocale, useNow } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { absoluteTime, relativeTime } from "@/lib/i18n/time-format";
import { pageClock } from "./page-clock";

const onServer = (): null => null;

/**
 * "3 min ago", kept true by one clock a page. The server renders it by the time of the request, which the browser takes
 * over, so nothing moves; on paper and without scripts, where no clock runs, the time itself stands there.
 */
export function RelativeTime({ iso }: { iso: string }) {
  const locale = useLocale();
  const requestedAt = useNow().getTime();
  const now = useSyncExternalStore<number | null>(pageClock.subscribe, pageClock.now, onServer);
  useEffect(() => pageClock.setBy(requestedAt), [requestedAt]);
  const absolute = absoluteTime(locale, iso);
  return (
    <time dateTime={iso} title={absolute}>
      <span className="while-scripted">{relativeTime(locale, iso, now ?? requestedAt)}</span>
      <span aria-hidden="true" className="while-still">
        {absolute}
      </span>
    </time>
  );
}
