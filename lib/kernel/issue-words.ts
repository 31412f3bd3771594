import type { z } from "zod";

type Issue = z.core.$ZodRawIssue;

const KINDS: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  date: "a time",
};

const FORMS: Record<string, string> = {
  email: "an e-mail address, such as ada@mine.example",
  url: "an address, such as https://mine.example",
  uuid: "an id, such as 5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11",
  datetime: "a time, such as 2027-01-31T12:00:00Z",
  date: "a day, such as 2027-01-31",
  safeint: "a whole number",
};

const UNITS: Record<string, [one: string, many: string]> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
  file: ["byte", "bytes"],
};

/**
 * What is wrong with one field, said for people. For what a schema says nothing of itself; the reader sees the field's
 * path beside it.
 */
export function issueWords(issue: Issue): string {
  if (issue.input === undefined) return "This is missing.";
  switch (issue.code) {
    case "invalid_type":
      return `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return `This must be ${issue.values.length > 1 ? "one of: " : ""}${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return `This must ${limit(issue, Number(issue.maximum), ["at most", "less than"])}.`;
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return "This must not be empty.";
      return `This must ${limit(issue, Number(issue.minimum), ["at least", "more than"])}.`;
    case "not_multiple_of":
      return `This must be a multiple of ${issue.divisor}.`;
    case "invalid_format":
      return FORMS[issue.format]
        ? `This must be ${FORMS[issue.format]}.`
        : "This is not in the form that is asked for.";
    case "invalid_union":
      return "This is none of the forms that can be sent here.";
    default:
      return "This is not valid.";
  }
}

type Bound = { origin: string; inclusive?: boolean; exact?: boolean };

/** `be at most 10`, `have at most 80 characters`. */
function limit({ origin, inclusive, exact }: Bound, bound: number, [closed, open]: [string, string]): string {
  const how = exact ? "exactly" : inclusive === false ? open : closed;
  const unit = UNITS[origin];
  if (unit) return `have ${how} ${bound} ${bound === 1 ? unit[0] : unit[1]}`;
  return `be ${how} ${bound}`;
}
