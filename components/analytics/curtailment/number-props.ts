import type { FieldProblem } from "../../calculator/field-problem";
import type { CurtailmentDraft, NumberName } from "./curtailment-draft";

type Form = {
  draft: CurtailmentDraft;
  onChange: (fields: Partial<CurtailmentDraft>) => void;
  problems: readonly FieldProblem[];
};

/** What a number of the form is tied to. */
export const numberProps = (name: NumberName, { draft, onChange, problems }: Form) => ({
  value: draft.numbers[name],
  onValueChange: (text: string) => onChange({ numbers: { ...draft.numbers, [name]: text } }),
  problem: problems.find(({ path }) => path === name),
});
