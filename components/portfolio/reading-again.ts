export type ReadingAgain = { ask(): void; end(): void };

/** Between one reading and the next: who changes many machines in a second is followed, not chased. */
const PAUSE_MS = 100;
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS));

/**
 * Reads something whenever it is asked to, one reading at a time: whoever asks while one is under way gets another one
 * soon after it, for what is being read may be from before. `tell` gets what was read; null, which was refused, is not told.
 */
export function readingAgain<T>(read: () => Promise<T | null>, tell: (found: T) => void, pause = rest): ReadingAgain {
  let asked = false;
  let reads = false;
  let ended = false;
  const go = async () => {
    reads = true;
    while (asked && !ended) {
      asked = false;
      const found = await read().catch(() => null);
      if (found !== null && !ended) tell(found);
      await pause();
    }
    reads = false;
  };
  return {
    ask() {
      asked = true;
      if (!reads) void go();
    },
    end() {
      ended = true;
    },
  };
}
