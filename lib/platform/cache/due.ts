import { randomInt } from "node:crypto";
import type { Entry } from "./driver";

const CHANCES = 2 ** 32;
const JITTER = 0.1;

/** Above 0 and up to 1. */
export const chance = (): number => (randomInt(CHANCES) + 1) / CHANCES;

/** A time to live ±10 %, so that what was loaded together isn't due together. */
export const jittered = (ttlMs: number, luck: number = chance()): number => ttlMs * (1 - JITTER + 2 * JITTER * luck);

/**
 * When this process sees to a new value: at half of its time (what is never stale: at the end of it), and by chance
 * somewhat earlier, the more so the longer it takes to load ("Optimal Probabilistic Cache Stampede Prevention",
 * Vattani et al., 2015). A value of 60 s that took 100 ms, with a luck of 0.5: at 29.93 s.
 */
export function dueAt({ freshUntil, ttlMs, loadMs }: Entry, isExact: boolean, luck: number = chance()): number {
  const last = isExact ? freshUntil : freshUntil - ttlMs / 2;
  return last + Math.max(loadMs * Math.log(luck), -ttlMs / 4);
}
