import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { FIRST_DRAFT, type DraftField as Name } from "@/lib/calculator/core/draft";
import { useDraft } from "./draft-context";

type Props = {
  name: Name;
  label: ReactNode;
  unit?: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  hint?: ReactNode;
  step?: number;
  /** Stands in the field while the draft has nothing for it. */
  fallback?: string;
  placeholder?: string;
};

/** One number of the form, tied to the draft by its name; what is wrong with it stands under it. */
export function DraftField({ name, label, unit, lead, aside, hint, step, fallback, placeholder }: Props) {
  const id = useId();
  const t = useTranslations("calculator.errors");
  const { draft, change, problems } = useDraft();
  const problem = problems.find(({ path }) => path === name || path === `market.${name}`);
  const first: Partial<Record<Name, string>> = FIRST_DRAFT;
  return (
    <Field
      id={id}
      label={label}
      aside={aside}
      hint={hint}
      error={problem && t(problem.code, { limit: problem.limit ?? "" })}
    >
      {(aria) => (
        <NumberInput
          {...aria}
          name={name}
          value={draft[name] ?? fallback ?? first[name] ?? ""}
          onValueChange={(text) => change({ [name]: text })}
          {...(unit ? { unit } : {})}
          {...(lead ? { lead } : {})}
          {...(step ? { step } : {})}
          {...(placeholder ? { placeholder } : {})}
        />
      )}
    </Field>
  );
}
