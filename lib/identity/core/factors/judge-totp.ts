/** RFC 6238: the length of a time step. */
export const STEP_MS = 30_000;
/** How many steps before and after now count, for clocks that are not quite right. */
const SKEW = 1;

export type TotpVerdict = { ok: true; step: number } | { ok: false; code: "wrong_code" | "code_used" };

type Question = {
  /** The right code of a step: six digits. */
  codeAt(step: number): string;
  /** What was typed: six digits. */
  code: string;
  now: Date;
  /** The step of the last code that was taken; 0 before the first. */
  lastStep: number;
};

/**
 * Whether a code of an authenticator app counts (RFC 6238, one step of skew either way). Each step works once, and none
 * before it afterwards; `step` is what must be kept as the last one. The time it takes does not depend on the digits.
 */
export function judgeTotp({ codeAt, code, now, lastStep }: Question): TotpVerdict {
  const current = Math.floor(now.getTime() / STEP_MS);
  let newest = -1;
  // Every step is compared. Where two steps have the same code the newer one counts, or it could be used again.
  for (let step = current - SKEW; step <= current + SKEW; step++) if (isSame(codeAt(step), code)) newest = step;
  if (newest < 0) return { ok: false, code: "wrong_code" };
  return newest > lastStep ? { ok: true, step: newest } : { ok: false, code: "code_used" };
}

/** Looks at every sign, whether or not an earlier one differs. */
function isSame(right: string, typed: string): boolean {
  let difference = right.length ^ typed.length;
  for (let at = 0; at < right.length; at++) difference |= right.charCodeAt(at) ^ (typed.charCodeAt(at) | 0);
  return difference === 0;
}
