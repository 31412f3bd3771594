/** A way to a Redis. What it throws says nothing of keys' values, and comes soon: nobody waits for a Redis that hangs. */
export type RedisClient = {
  run(script: string, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  /** One step through all keys: where to go on (`0`: it was the last), and some that fit. A key may come twice. */
  scan(cursor: string, pattern: string): Promise<[next: string, keys: string[]]>;
  close(): Promise<void>;
};

/** A Redis that hasn't answered after this is slower than loading anew. */
export const ANSWER_MS = 250;

export const KEYS_A_STEP = 500;

/** Clients put the whole command into their errors, values and all. */
export function withoutValues(error: unknown): never {
  const words = error instanceof Error ? error.message : String(error);
  throw new Error(`Redis: ${words.split(", command was:")[0]?.slice(0, 300)}`);
}
