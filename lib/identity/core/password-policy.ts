export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

export type PasswordFault =
  | "password_short"
  | "password_long"
  | "password_common"
  | "password_context"
  | "password_simple";

/** Words that everybody tries here first. */
const PRODUCT_WORDS = ["hashinsight", "bitcoin", "mining"];
/** Shorter words of a name would refuse too much ("li", "de"). */
const MIN_CONTEXT = 4;
/** Digits and marks behind a word, in whatever script: everybody puts them there, and everybody tries them. */
const TAIL = /[^\p{L}\p{M}]+$/u;

/**
 * What is wrong with a new password; nothing when it may be used. Length decides, not classes of characters (ASVS 6.2.5);
 * one that others have used, that is made of the person's or company's own words, or of next to no different characters
 * is refused. `isCommon` asks the list of leaked passwords.
 *
 * @example judgePassword("correct horse battery", { words: ["Ada"], isCommon: () => false }) // undefined
 */
export function judgePassword(
  password: string,
  { words, isCommon }: { words: readonly string[]; isCommon(password: string): boolean },
): PasswordFault | undefined {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return "password_short";
  if (length > MAX_PASSWORD) return "password_long";
  const folded = password.normalize("NFKC").toLowerCase();
  if (new Set(folded).size < 5) return "password_simple";
  // A leaked password with a year or an exclamation mark behind it is tried next.
  if (isCommon(folded) || isCommon(folded.replace(TAIL, ""))) return "password_common";
  const left = withoutContext(folded, words);
  if (left === folded) return undefined;
  return left.replace(TAIL, "").replace(/[^\p{L}\p{N}]/gu, "").length < 8 ? "password_context" : undefined;
}

/** What is left when the words that belong to the person, the company and the product are taken out. */
function withoutContext(folded: string, words: readonly string[]): string {
  const parts = [...PRODUCT_WORDS, ...words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))];
  return parts
    .filter((part) => part.length >= MIN_CONTEXT)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, part) => left.replaceAll(part, ""), folded);
}
