import { judgePassword, MIN_PASSWORD } from "./password-policy";

export type PasswordHelp = { length: number; min: number; isLong: boolean; isVaried: boolean; isOwn: boolean };

/** What a password still needs while it is typed: the rules of `judgePassword`, but for the list that only the server has. */
export function helpPassword(password: string, words: readonly string[]): PasswordHelp {
  const length = [...password].length;
  const isLong = length >= MIN_PASSWORD;
  // Judged at full length, so that the other rules speak before the first one is met.
  const fault = judgePassword(isLong ? password : password.padEnd(MIN_PASSWORD, "\u0000"), {
    words,
    isCommon: () => false,
  });
  return {
    length,
    min: MIN_PASSWORD,
    isLong,
    isVaried: new Set(password.normalize("NFKC").toLowerCase()).size >= 5,
    isOwn: fault === "password_context",
  };
}
