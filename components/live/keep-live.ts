"use client";

import { liveStore } from "./live-store";
import { startLive, type Whose } from "./live-tab";

/** The page works without it, so it begins when the page has long been drawn. */
const AFTER_MS = 1_500;

/** Keeps a tab live while its page is shown; gives how to end. A page that the browser keeps for "back" lets go meanwhile. */
export function keepLive(whose: Whose): () => void {
  let stop: (() => void) | undefined;
  let isShown = true;
  const ended = new AbortController();
  function start(): void {
    if (isShown) stop ??= startLive(whose);
  }
  function rest(): void {
    stop?.();
    stop = undefined;
    liveStore.become({ phase: "starting" });
  }
  const timer = setTimeout(start, AFTER_MS);
  const until = { signal: ended.signal };
  window.addEventListener(
    "pagehide",
    () => {
      isShown = false;
      rest();
    },
    until,
  );
  window.addEventListener(
    "pageshow",
    ({ persisted }) => {
      isShown = true;
      if (persisted) start();
    },
    until,
  );
  return () => {
    clearTimeout(timer);
    ended.abort();
    rest();
  };
}
