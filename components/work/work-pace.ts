/** How far a work was at a time. */
export type Sample = { at: number; done: number };

const WINDOW_MS = 10_000;

/** The samples of the last ten seconds with one more; a work that begins again begins anew. */
export function withSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && next.done < last.done) return [next];
  if (last?.done === next.done && next.at - last.at < 1_000) return [...samples];
  return [...samples.filter(({ at }) => next.at - at <= WINDOW_MS), next];
}

/**
 * How many a second are done, and how many seconds are left. Nothing before there are two samples to tell it.
 *
 * @example paceOf([{ at: 0, done: 0 }, { at: 2_000, done: 500 }], 1_000) // { rate: 250, secondsLeft: 2 }
 */
export function paceOf(samples: readonly Sample[], total: number): { rate?: number; secondsLeft?: number } {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at <= first.at || last.done <= first.done) return {};
  const rate = (last.done - first.done) / ((last.at - first.at) / 1000);
  return { rate, secondsLeft: Math.max(0, total - last.done) / rate };
}
