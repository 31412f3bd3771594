import { stripVTControlCharacters } from "node:util";

/** What a suite came to; `skipped` and `failed` are names, for a person, a failed one with the reason. */
export type Tally = { passed: number; failed: string[]; skipped: string[] };

export const nothing: Tally = { passed: 0, failed: [], skipped: [] };

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: [...a.failed, ...b.failed],
    skipped: [...a.skipped, ...b.skipped],
  };
}

/** The one line that everything ends with. */
export const lineOf = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;

const REASON_MAX = 300;

/** A failed test with the beginning of what its error says: the pipeline keeps the end of a run's words only. */
export function failedFor(name: string, messages: readonly string[] = []): string {
  const words = stripVTControlCharacters(messages[0] ?? "")
    .replace(/\n\s+at [\s\S]*/, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? name : `${name}\n    ${words.slice(0, REASON_MAX)}`;
}
