import { z } from "zod";
import { tidyName } from "./administration/tidy-name";

/**
 * Begins so that no spreadsheet takes it for a formula. Names go on into mails, exports and the bus, where not every reader
 * is ours: none can open a tag.
 */
const NAME = /^[\p{L}\p{N}][^<>\p{C}]*$/u;

/** `NAME` in words; the pages have the same ones (`errors.name_format`). */
export const NAME_RULE =
  "Begin with a letter or a digit; everything but angle brackets and control characters is possible.";

/** What people call something: one line, tidied. `meaning` stands before the rule in the API's description. */
export const nameField = (max: number, meaning = "") =>
  z
    .string({ error: "Write a name." })
    .overwrite(tidyName)
    .min(1, { error: "Write a name." })
    .max(max, { error: `At most ${max} characters.` })
    .refine((name) => NAME.test(name), { error: NAME_RULE, params: { code: "name_format" } })
    .meta({ description: [meaning, NAME_RULE].filter(Boolean).join(". "), pattern: NAME.source });
