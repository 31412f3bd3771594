/**
 * The same work for all who ask while it goes on: a look at something that hangs is one look, however many ask.
 *
 * @example const look = singleFlight(readState); await Promise.all([look(), look()]); // one `readState`
 */
export function singleFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
