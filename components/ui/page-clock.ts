"use client";

const TICK_MS = 5_000;
const BELIEVED_SKEW_MS = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let skewMs = 0;
let nowMs = 0;

const read = (): number => Date.now() - skewMs;

/** One clock for a page, which all that shows an age shares. It stands still between ticks, as React asks of a store. */
export const pageClock = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    timer ??= setInterval(pageClock.tick, TICK_MS);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
      nowMs = 0;
    };
  },
  /** Goes on by itself; for what has just come from the server, so that it doesn't lie ahead. */
  tick(): void {
    nowMs = read();
    for (const each of listeners) each();
  },
  /** Milliseconds since 1970. */
  now(): number {
    if (nowMs === 0) nowMs = read();
    return nowMs;
  },
  /** A reader's clock that is plainly wrong is put right by the server's: an age must not come from a wrong year. */
  setBy(serverNowMs: number): void {
    const skew = Date.now() - serverNowMs;
    skewMs = Math.abs(skew) > BELIEVED_SKEW_MS ? skew : 0;
  },
};
