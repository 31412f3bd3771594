import { onSessions } from "@/lib/platform/events/wake";
import { isDraining } from "@/lib/platform/lifecycle";
import type { LiveStreams } from "./live-streams";

const TICK_MS = 1_000;
/** In ticks: how often everybody's session is looked at, a sign of life is sent, and how long nobody is waited for. */
const CHECK = 2;
const BEAT = 15;
const LINGER = 3;

type Work = { beat(): Promise<void>; close(): Promise<void> };

/**
 * Looks after open streams: their sessions every two seconds and as soon as some are ended, a sign of life, their end
 * when the process stops; closes when nobody listens any more. Gives how to stop.
 */
export function lookAfter(streams: LiveStreams, { beat, close }: Work): () => void {
  let ticks = 0;
  let idle = 0;
  const check = oneAtATime(() => streams.judgeAll());
  const timer = setInterval(() => {
    ticks++;
    idle = streams.size() === 0 ? idle + 1 : 0;
    if (isDraining()) streams.endAll("draining");
    if (ticks % CHECK === 0) check();
    if (ticks % BEAT === 0) void beat().catch(() => undefined);
    if (idle > LINGER) void close();
  }, TICK_MS);
  timer.unref();
  const deafen = onSessions(check);
  return () => {
    clearInterval(timer);
    deafen();
  };
}

/** Who asks while it runs gets one more run after it, which sees what they know of. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isRunning = false;
  let isAsked = false;
  return async () => {
    isAsked = true;
    if (isRunning) return;
    isRunning = true;
    while (isAsked) {
      isAsked = false;
      await work();
    }
    isRunning = false;
  };
}
