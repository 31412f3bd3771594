import type { FieldError } from "@/lib/kernel/errors";
import { fieldErrors } from "@/lib/kernel/field-errors";
import { parseNumber } from "@/lib/kernel/parse-number";
import { factsProblems } from "@/lib/machines/core/administration/facts-problems";
import { ModelFacts } from "@/lib/machines/core/administration/schemas";

/** The form as it is typed: numbers stay text until they are read. */
export type ModelDraft = Record<keyof ModelFacts, string>;

export const EMPTY_DRAFT: ModelDraft = {
  model_name: "",
  manufacturer: "",
  hashrate_th: "",
  power_w: "",
  release_year: "",
  cooling: "air",
  status: "shipped",
};

export const FIELDS = Object.keys(EMPTY_DRAFT) as (keyof ModelFacts)[];
const NUMBERS: readonly (keyof ModelFacts)[] = ["hashrate_th", "power_w", "release_year"];

export const draftOf = (facts: ModelFacts): ModelDraft =>
  Object.fromEntries(FIELDS.map((field) => [field, String(facts[field])])) as ModelDraft;

/** The facts that a draft says, or what is wrong with which field; the same rules as on the server. */
export function readDraft(draft: ModelDraft): { facts: ModelFacts } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = { ...draft };
  for (const field of NUMBERS) {
    const value = parseNumber(draft[field]);
    if (value !== null) values[field] = value;
    else errors.push({ path: field, code: draft[field].trim() === "" ? "required" : "not_a_number", message: "" });
  }
  const parsed = ModelFacts.safeParse(values);
  if (parsed.success) {
    const problems = factsProblems(parsed.data);
    return problems.length > 0 ? { errors: problems } : { facts: parsed.data };
  }
  const judged = fieldErrors(parsed.error).filter(({ path }) => !errors.some((error) => error.path === path));
  return { errors: [...errors, ...judged] };
}

/** J/TH of what is typed so far; null while it is none. */
export function draftEfficiency({ hashrate_th, power_w }: ModelDraft): number | null {
  const [hashrate, power] = [parseNumber(hashrate_th), parseNumber(power_w)];
  return hashrate !== null && power !== null && hashrate > 0 && power > 0 ? power / hashrate : null;
}

/** Whether a field says what is wrong: then the form as a whole need not. */
export const isShown = (errors: readonly FieldError[]): boolean =>
  errors.some(({ path }) => FIELDS.some((field) => field === path));
