import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFigures } from "@/components/ui/units-provider";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { monthlyGrowthPct } from "@/lib/kernel/bitcoin/monthly-growth";
import { parseNumber } from "@/lib/kernel/parse-number";
import { useDraft } from "./draft-context";
import { DraftField } from "./draft-field";

const FIELDS = [
  { name: "curtailment_pct", unit: "%", step: 1 },
  { name: "rejected_pct", unit: "%", step: 0.1 },
  { name: "hashrate_decay_pct_year", unit: "%", step: 0.5 },
  { name: "other_costs_usd_day", unit: "$", step: 10 },
  { name: "residual_value_pct", unit: "%", step: 5 },
  { name: "discount_rate_pct", unit: "%", step: 1 },
  { name: "tax_rate_pct", unit: "%", step: 1 },
  { name: "horizon_months", unit: "months", step: 6 },
  { name: "price_growth_pct_month", unit: "%", step: 0.5 },
] as const;

/** What stands behind the line "Advanced". */
export const ADVANCED_FIELDS: readonly string[] = [
  ...FIELDS.map(({ name }) => name),
  "difficulty_growth_pct_epoch",
  "start_date",
  "pool_fee2_pct",
  "pool_hashrate_ehs",
];

/** The conditions that most leave alone, each with a line that says what it means. */
export function AdvancedFields() {
  const t = useTranslations("calculator.fields");
  const help = useTranslations("calculator.help");
  const show = useFigures();
  const { draft, change, problems } = useDraft();
  const startId = useId();
  const growth = parseNumber(draft.difficulty_growth_pct_epoch ?? "1");
  const percent = (value: number) => inlineFigure(show.percent(value, { digits: [0, 2], signed: true }));
  const startProblem = problems.find(({ path }) => path === "start_date");
  const errors = useTranslations("calculator.errors");
  return (
    <>
      <DraftField
        name="difficulty_growth_pct_epoch"
        label={t("difficulty_growth_pct_epoch")}
        unit="%"
        step={0.1}
        hint={
          growth === null || growth < -75 || growth > 300
            ? undefined
            : help("difficulty_growth_pct_epoch", { growth: percent(growth), month: percent(monthlyGrowthPct(growth)) })
        }
      />
      {FIELDS.map(({ name, unit, step }) => (
        <DraftField
          key={name}
          name={name}
          label={t(name)}
          unit={unit === "months" ? t("months") : unit}
          step={step}
          hint={help(name)}
        />
      ))}
      <Field
        id={startId}
        label={t("start_date")}
        hint={help("start_date")}
        error={startProblem && errors(startProblem.code, { limit: "" })}
      >
        {(aria) => (
          <Input
            {...aria}
            type="date"
            name="start_date"
            value={draft.start_date ?? ""}
            onChange={(event) => change({ start_date: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
