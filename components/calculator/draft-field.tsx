import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Field } from "@/components/ui/field";
import { NumberInput } from "@/components/ui/number-input";
import { FIRST_DRAFT, type DraftField as Name } from "@/lib/calculator/core/draft";
import { formatNumber } from "@/lib/i18n/number-format";
import { parseNumber } from "@/lib/kernel/parse-number";
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
export function DraftField({ name, label, unit, lead, aside, hint, step = 1, fallback, placeholder }: Props) {
  const id = useId();
  const t = useTranslations("calculator.errors");
  const { draft, change, problems } = useDraft();
  const problem = problems.find(({ path }) => path === name || path === `market.${name}`);
  const first: Partial<Record<Name, string>> = FIRST_DRAFT;
  const locale = useLocale();
  const value = draft[name] ?? fallback ?? first[name] ?? "";
  const limitText = () => {
    if (problem?.limit === undefined) return "";
    const cents = name === "electricity_cost" && draft.electricity_unit !== "dollars";
    return formatNumber(locale, Number(problem.limit) * (cents ? 100 : 1), { digits: [0, 2] });
  };
  return (
    <Field id={id} label={label} aside={aside} hint={hint} error={problem && t(problem.code, { limit: limitText() })}>
      {(aria) => (
        <NumberInput
          {...aria}
          name={name}
          value={value}
          onValueChange={(text) => change({ [name]: text })}
          {...(unit ? { unit } : {})}
          {...(lead ? { lead } : {})}
          onStep={(steps) =>
            change({ [name]: String(Number(((parseNumber(value) ?? 0) + steps * step).toPrecision(12))) })
          }
          {...(placeholder ? { placeholder } : {})}
        />
      )}
    </Field>
  );
}
