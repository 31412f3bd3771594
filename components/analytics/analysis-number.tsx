import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { formatNumber } from "@/lib/i18n/number-format";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { FieldProblem } from "../calculator/field-problem";
import { Field } from "../ui/field";
import { NumberInput } from "../ui/number-input";

type Props = {
  label: ReactNode;
  value: string;
  onValueChange: (text: string) => void;
  problem?: FieldProblem | undefined;
  unit?: ReactNode;
  hint?: ReactNode;
  aside?: ReactNode;
  step?: number;
  placeholder?: string | undefined;
};

/** What is wrong with a field, in words. */
export function useProblemWords(): (problem: FieldProblem | undefined) => string | undefined {
  const t = useTranslations("calculator.errors");
  const locale = useLocale();
  return (problem) =>
    problem &&
    t(problem.code, {
      limit: problem.limit === undefined ? "" : formatNumber(locale, Number(problem.limit), { digits: [0, 2] }),
    });
}

/** One number of an analysis, as typed. */
export function AnalysisNumber({
  label,
  value,
  onValueChange,
  problem,
  unit,
  hint,
  aside,
  step = 1,
  placeholder,
}: Props) {
  const id = useId();
  const say = useProblemWords();
  return (
    <Field id={id} label={label} hint={hint} aside={aside} error={say(problem)}>
      {(aria) => (
        <NumberInput
          {...aria}
          value={value}
          onValueChange={onValueChange}
          onStep={(steps) => onValueChange(String(Number(((parseNumber(value) ?? 0) + steps * step).toPrecision(12))))}
          {...(unit ? { unit } : {})}
          {...(placeholder ? { placeholder } : {})}
        />
      )}
    </Field>
  );
}
