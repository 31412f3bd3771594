import { z } from "zod";
import { tidyName } from "./administration/tidy-name";

/** Begins with a letter or a digit, so that no spreadsheet takes it for a formula, and holds no marks of a program's text. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} +\-_.,/()&'’:#·[\]]*$/u;

/** What people call something: one line, tidied. */
export const nameField = (max: number) =>
  z
    .string({ error: "Write a name." })
    .overwrite(tidyName)
    .min(1, { error: "Write a name." })
    .max(max, { error: `At most ${max} characters.` })
    .regex(NAME, { error: "Begin with a letter or a digit; letters, digits, spaces and + - . / ( ) are possible." });
