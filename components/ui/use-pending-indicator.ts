"use client";

import { useEffect, useRef, useState } from "react";

const SHOW_AFTER_MS = 200;
const SHOW_AT_LEAST_MS = 400;

/** A spinner only for work that takes longer than 200 ms, and then for 400 ms at least: no flicker. */
export function usePendingIndicator(pending: boolean): boolean {
  const [visible, setVisible] = useState(false);
  const since = useRef(0);
  useEffect(() => {
    if (pending === visible) return;
    const wait = pending ? SHOW_AFTER_MS : Math.max(0, SHOW_AT_LEAST_MS - (performance.now() - since.current));
    const timer = setTimeout(() => {
      since.current = performance.now();
      setVisible(pending);
    }, wait);
    return () => clearTimeout(timer);
  }, [pending, visible]);
  return visible;
}
