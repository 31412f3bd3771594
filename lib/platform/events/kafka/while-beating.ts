/** Often enough that a deal of the partitions is heard of at once, and a long handler isn't taken for dead. */
const BEAT_MS = 1_000;

/**
 * Does `work` while the group hears that this process lives, however long it takes. `beat` throws once the group doesn't
 * know it any more; who never asks finds its commit refused.
 */
export async function whileBeating<T>(
  heartbeat: () => Promise<void>,
  work: (beat: () => Promise<void>) => Promise<T>,
): Promise<T> {
  let lost: { error: unknown } | undefined;
  const beat = async () => {
    await heartbeat().catch((error: unknown) => {
      lost ??= { error };
    });
    if (lost) throw lost.error;
  };
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  try {
    return await work(beat);
  } finally {
    clearInterval(timer);
  }
}
