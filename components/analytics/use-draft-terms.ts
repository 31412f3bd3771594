import { type Dispatch, type SetStateAction, useMemo } from "react";

/** The terms of a form for the calculator's own fields: what they are, how they change, what is wrong with them. */
export function useDraftTerms<Draft extends { terms: object }, Problems>(
  draft: Draft,
  setDraft: Dispatch<SetStateAction<Draft>>,
  problems: Problems,
): { draft: Draft["terms"]; change: (fields: Draft["terms"]) => void; problems: Problems } {
  const { terms } = draft;
  return useMemo(
    () => ({
      draft: terms,
      change: (fields: Draft["terms"]) => setDraft((before) => ({ ...before, terms: { ...before.terms, ...fields } })),
      problems,
    }),
    [terms, setDraft, problems],
  );
}
