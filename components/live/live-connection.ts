import { paths } from "@/lib/paths";
import { type Frame, frameReader } from "./frame-reader";
import { onLook } from "./on-look";
import { retryDelay } from "./retry-delay";

/** A sign of life comes every 15 s: after two and a half of them nobody is there. */
const SILENCE_MS = 40_000;
const ANSWER_MS = 10_000;

export type Ears = {
  /** What was received last, for the server to go on from. */
  lastId(): string | undefined;
  hear(frame: Frame): void;
  /** It is gone. Another try follows. */
  lost(): void;
  /** Too many other windows of the same person took its place. It is tried for again once somebody looks at the page. */
  replaced(): void;
};

/** How it went: `status` of the answer, 0 for none; `reason` is the server's for ending a stream. */
type Outcome = { status: number; askedMs: number; reason: string | undefined };

/**
 * Keeps a stream of `GET /api/live` open until `signal`, and resolves to true when the session is over: then no further
 * try helps. Fetch and not EventSource: that one hides signs of life and statuses, and waits by its own rules.
 */
export async function keepConnected(ears: Ears, signal: AbortSignal): Promise<boolean> {
  for (let tries = 0; !signal.aborted; tries++) {
    let isOpen = false;
    const hear = (frame: Frame) => {
      isOpen = true;
      ears.hear(frame);
    };
    const outcome = await connect({ ...ears, hear }, signal);
    if (signal.aborted) break;
    if (outcome.status === 401) return true;
    if (isOpen) tries = 0;
    if (outcome.reason === "replaced") {
      ears.replaced();
      await looked(signal);
    } else {
      ears.lost();
      await pause(retryDelay(tries, Math.random(), outcome.askedMs), signal);
    }
  }
  return false;
}

async function connect({ lastId, hear }: Ears, signal: AbortSignal): Promise<Outcome> {
  const silence = new AbortController();
  const hush = () => silence.abort();
  let timer = setTimeout(hush, ANSWER_MS);
  // The socket itself may not notice for minutes.
  window.addEventListener("offline", hush);
  const outcome: Outcome = { status: 0, askedMs: 0, reason: undefined };
  try {
    const id = lastId();
    const response = await fetch(paths.api.live(), {
      headers: { accept: "text/event-stream", ...(id === undefined ? {} : { "last-event-id": id }) },
      cache: "no-store",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    outcome.status = response.status;
    outcome.askedMs = 1_000 * Number(response.headers.get("retry-after") ?? 0);
    if (!response.ok || !response.body) return outcome;
    const read = frameReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(hush, SILENCE_MS);
      for (const frame of read(piece.value)) {
        if (frame.event === "end") outcome.reason = (JSON.parse(frame.data) as { reason: string }).reason;
        hear(frame);
      }
    }
  } catch {
    // No answer, cut off, or silent for too long: the next try tells.
  } finally {
    clearTimeout(timer);
    window.removeEventListener("offline", hush);
  }
  return outcome;
}

/** Waits; but no longer when the network comes back, or somebody looks at the page again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return until(signal, (end, over) => {
    const timer = setTimeout(end, ms);
    over.addEventListener("abort", () => clearTimeout(timer));
    window.addEventListener("online", end, { signal: over });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && end(), {
      signal: over,
    });
  });
}

const looked = (signal: AbortSignal): Promise<void> => until(signal, onLook);

/** Waits for what `watch` waits for, but no longer than `signal`. */
function until(signal: AbortSignal, watch: (end: () => void, over: AbortSignal) => void): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      resolve();
    };
    signal.addEventListener("abort", end, { signal: over.signal });
    watch(end, over.signal);
  });
}
