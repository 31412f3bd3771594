import { createContext, use } from "react";
import type { Draft } from "@/lib/calculator/core/draft";
import type { FieldProblem } from "./field-problem";

type DraftState = { draft: Draft; change: (fields: Draft) => void; problems: readonly FieldProblem[] };

export const DraftContext = createContext<DraftState>({ draft: {}, change: () => {}, problems: [] });

/** The scenario that the form edits, and what is wrong with it. */
export const useDraft = (): DraftState => use(DraftContext);
