/**
 * The same work for all who ask while it goes on: a look at something that hangs is one look, however many ask.
 *
 * @example const look = shared(readState); await Promise.all([look(), look()]); // one `readState`
 */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}
