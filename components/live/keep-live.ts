"use client";

import { liveStore } from "./live-store";
import type { Whose } from "./live-tab";

/** The page works without it, so it comes when the page has long been drawn. */
const AFTER_MS = 1_500;

/** Keeps a tab live while its page is shown; gives how to end. A page that the browser keeps for "back" lets go meanwhile. */
export function keepLive(whose: Whose): () => void {
  let stop: (() => void) | undefined;
  let isShown = true;
  const ended = new AbortController();
  async function start(): Promise<void> {
    const { startLive } = await import("./live-tab");
    if (isShown && !ended.signal.aborted) stop ??= startLive(whose);
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
      if (persisted) void start();
    },
    until,
  );
  return () => {
    clearTimeout(timer);
    ended.abort();
    rest();
  };
}
