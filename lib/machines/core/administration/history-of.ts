import { HISTORY_FIELDS, type ModelChange } from "./schemas";

/** An entry of the audit log about one row. */
export type ModelEntry = {
  at: string;
  useCase: string;
  by: ModelChange["by"];
  before: unknown;
  after: unknown;
};

const KINDS: Record<string, ModelChange["kind"]> = {
  "machines.model.add": "added",
  "machines.model.edit": "edited",
  "machines.model.retire": "retired",
  "machines.model.unretire": "unretired",
  "machines.import.commit": "imported",
  "machines.catalogue.seed": "corrected",
};

/** The entries as a reader wants them: what kind of change, and which facts were before and after. */
export function historyOf(entries: readonly ModelEntry[]): ModelChange[] {
  return entries.map(({ at, useCase, by, before, after }) => ({
    at,
    kind: KINDS[useCase] ?? "edited",
    by,
    fields: HISTORY_FIELDS.flatMap((field) => {
      const change = { field, before: factOf(before, field), after: factOf(after, field) };
      return change.before === change.after || before === null ? [] : [change];
    }),
  }));
}

function factOf(entry: unknown, field: string): string | number | null {
  if (typeof entry !== "object" || entry === null || !Object.hasOwn(entry, field)) return null;
  const value: unknown = (entry as Record<string, unknown>)[field];
  return typeof value === "string" || typeof value === "number" ? value : null;
}
