/** A start that can't be: what is wrong and what to do about it, in words for the person at the terminal. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    what: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}

/** The lines to print for an error: the words of a refusal, or the stack of what nobody expected. */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return `${error.message}\n${error.advice}`;
  if (isDiskFull(error)) {
    return `The disk is full: ${(error as Error).message}\nFree some space and start again; nothing that was stored is lost.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  // 53100 is Postgres' own code for it.
  return code === "ENOSPC" || code === "EDQUOT" || code === "53100" || /no space left on device/i.test(error.message);
}
