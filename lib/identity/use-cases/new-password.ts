import type { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { isCommonPassword } from "../adapters/common-passwords";
import { hashPassword } from "../adapters/password-hash";
import { judgePassword, MAX_PASSWORD, MIN_PASSWORD, type PasswordFault } from "../core/password-policy";

const WORDS: Record<PasswordFault, string> = {
  password_short: `Take at least ${MIN_PASSWORD} characters; a few words in a row are easy to remember.`,
  password_long: `Take at most ${MAX_PASSWORD} characters.`,
  password_common: "This password has been leaked elsewhere and is tried first: take another.",
  password_context: "This is made of your own or the company's name: take something that nobody can guess.",
  password_simple: "This has too few different characters: take another.",
};

/**
 * A form with a new password: what is wrong with it is said along with what is wrong with the other fields, not after
 * them. `own` are the fields whose words must not make it.
 */
export function withNewPassword<S extends z.ZodObject>(form: S, own: readonly string[]): S {
  return form.superRefine(
    (typed, context) => {
      const { password } = typed;
      if (typeof password !== "string" || password === "") return;
      const words = own.map((field) => typed[field]).filter((word) => typeof word === "string");
      const code = judgePassword(password, { words, isCommon: isCommonPassword });
      if (code) context.addIssue({ code: "custom", path: ["password"], params: { code }, message: WORDS[code] });
    },
    { when: ({ value }) => typeof value === "object" && value !== null },
  );
}

/** Throws `validation` at `path` when a new password may not be used; `words` are the person's and company's own. */
export async function newPasswordHash(password: string, words: readonly string[], path = "password"): Promise<string> {
  const fault = judgePassword(password, { words, isCommon: isCommonPassword });
  if (fault)
    throw new AppError("validation", "One field is not valid.", {
      errors: [{ path, code: fault, message: WORDS[fault] }],
    });
  return hashPassword(password);
}
