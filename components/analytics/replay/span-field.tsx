import { useLocale, useTranslations } from "next-intl";
import { useId } from "react";
import type { KnownRange } from "@/lib/analytics/schemas";
import { dateText } from "@/lib/i18n/time-format";
import type { FieldProblem } from "../../calculator/field-problem";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { useProblemWords } from "../analysis-number";
import { type ReplayDraft, SPANS, type Span } from "./replay-draft";
import { periodOf } from "./replay-period";

type Props = {
  draft: ReplayDraft;
  known: KnownRange;
  problems: readonly FieldProblem[];
  onChange: (fields: Partial<ReplayDraft>) => void;
};

/** Which days: a usual span, or two days; the days of a span are seen, and changing one makes it one's own. */
export function SpanField({ draft, known, problems, onChange }: Props) {
  const t = useTranslations("replay.form");
  const locale = useLocale();
  const say = useProblemWords();
  const id = useId();
  const period = periodOf(draft, known);
  const isTurned = period.from > period.to;
  const choose = (span: Span) => onChange(span === "custom" ? { span, ...period } : { span, from: "", to: "" });
  const dayError = (name: "from" | "to") => {
    const problem = problems.find(({ path }) => path === name);
    if (!problem || period.to === "" || !isTurned) return say(problem);
    return name === "to" ? t("turned") : t("turnedFrom", { day: dateText(locale, known.to) });
  };
  return (
    <div className="grid gap-3">
      <Field id={id} label={t("span")}>
        {(aria) => (
          <Select
            {...aria}
            value={draft.span}
            options={SPANS.filter((span) => span !== "halving" || known.last_halving !== null).map((value) => ({
              value,
              label: t(`spans.${value}`),
            }))}
            onChange={(event) => choose(SPANS.find((span) => span === event.target.value) ?? "1y")}
          />
        )}
      </Field>
      <div className="grid grid-cols-1 gap-3 min-[22rem]:grid-cols-2">
        {(["from", "to"] as const).map((name) => (
          <Field key={name} id={`${id}-${name}`} label={t(name)} error={dayError(name)}>
            {(aria) => (
              <Input
                {...aria}
                type="date"
                value={period[name]}
                onChange={(event) => onChange({ ...period, span: "custom", [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </div>
  );
}
