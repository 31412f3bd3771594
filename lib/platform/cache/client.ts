/** A way to a Redis. What it throws says nothing of keys' values, and comes soon: nobody waits for a Redis that hangs. */
export type RedisClient = {
  run(script: string, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  /** One step through all keys: where to go on (`0`: it was the last), and some that fit. A key may come twice. */
  scan(cursor: string, pattern: string): Promise<[next: string, keys: string[]]>;
  close(): Promise<void>;
};

export const KEYS_A_STEP = 500;

/** A Redis that hasn't answered after this is slower than loading anew. */
export const ANSWER_MS = 250;
/** Where this process itself was busy, the answer may lie unread in its socket: it is read within this. */
const READ_MS = 20;

const LATE = Symbol("late");

/** What Redis answers; throws where it does so too late. Clients put the whole command into their errors: it is left out. */
export async function answered<T>(answer: Promise<T>, answerMs: number): Promise<T> {
  try {
    for (const ms of [answerMs, READ_MS]) {
      const first = await within(ms, answer);
      if (first !== LATE) return first;
    }
  } catch (error) {
    throw new Error(`Redis: ${wordsOf(error).split(", command was:")[0]?.slice(0, 300)}`);
  }
  throw new Error(`Redis: no answer within ${answerMs} ms`);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, ms, LATE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
