import { dictionary } from "@zxcvbn-ts/language-common";

let known: Set<string> | undefined;

/** Whether a password (lower case) is among the 49,000 most often leaked ones. The list is read on first use. */
export function isCommonPassword(password: string): boolean {
  known ??= new Set(dictionary["passwords-common"]);
  return known.has(password);
}
