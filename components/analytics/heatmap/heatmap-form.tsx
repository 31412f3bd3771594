import { useTranslations } from "next-intl";
import { useId } from "react";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { ASSUMED_PRICE_USD_PER_TH, assumedPriceUsd } from "@/lib/calculator/core/draft";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import { ADVANCED_FIELDS, AdvancedFields } from "../../calculator/advanced-fields";
import { DraftField } from "../../calculator/draft-field";
import type { FieldProblem } from "../../calculator/field-problem";
import { MachineField } from "../../calculator/machine-field";
import { PoolMethodField } from "../../calculator/pool-method-field";
import { PowerPriceUnit } from "../../calculator/power-price-unit";
import { Disclosure } from "../../ui/disclosure";
import { Field } from "../../ui/field";
import { Segmented } from "../../ui/segmented";
import { Select } from "../../ui/select";
import { AxisFields } from "./axis-fields";
import { type Axis, type AxisDraft, axisUnit, FIGURES, type HeatmapDraft } from "./heatmap-draft";

type Props = {
  draft: HeatmapDraft;
  onChange: (fields: Partial<HeatmapDraft>) => void;
  problems: readonly FieldProblem[];
  models: readonly PickerModel[];
  machine: PickerModel | null;
  answer: RoiHeatmapAnswer | undefined;
};

/** The machine and its terms, as the calculator asks for them; which figure, over what. */
export function HeatmapForm({ draft, onChange, problems, models, machine, answer }: Props) {
  const t = useTranslations("heatmap");
  const inputs = useTranslations("calculator.inputs");
  const id = useId();
  const { terms } = draft;
  const hashrate = parseNumber(terms.hashrate_th ?? "") ?? machine?.hashrate_th ?? null;
  const isAssumed = terms.machine_price_usd === undefined && hashrate !== null;
  const wrong = problems.map(({ path }) => path);
  const axes: readonly Axis[] = ["price", draft.against];
  return (
    <>
      <Field id={id} label={t("figure")} hint={t(`hints.${draft.figure}`)}>
        {(aria) => (
          <Select
            {...aria}
            value={draft.figure}
            options={FIGURES.map((value) => ({ value, label: t(`figures.${value}`) }))}
            onChange={(event) =>
              onChange({ figure: FIGURES.find((figure) => figure === event.target.value) ?? "daily_profit" })
            }
          />
        )}
      </Field>
      <div className="grid gap-1.5">
        <span aria-hidden="true" className="text-xs text-muted">
          {t("against")}
        </span>
        <Segmented
          name="against"
          label={t("against")}
          options={(["difficulty", "electricity"] as const).map((value) => ({ value, label: t(`axes.${value}`) }))}
          value={draft.against}
          onValueChange={(against) => onChange({ against })}
        />
      </div>
      <MachineField machines={models} machine={machine} />
      <div className="grid grid-cols-2 gap-3">
        <DraftField name="quantity" label={inputs("quantity")} />
        <DraftField
          name="machine_price_usd"
          label={inputs("machine_price_usd")}
          unit="$"
          step={100}
          fallback={hashrate === null ? "" : String(assumedPriceUsd(hashrate))}
          hint={isAssumed ? inputs("assumedPrice", { perTh: ASSUMED_PRICE_USD_PER_TH }) : undefined}
        />
      </div>
      <DraftField
        name="electricity_cost"
        label={inputs("electricity_cost")}
        unit={<PowerPriceUnit />}
        step={terms.electricity_unit === "dollars" ? 0.001 : 0.1}
      />
      <div className="grid grid-cols-2 gap-3">
        <DraftField name="pool_fee_pct" label={inputs("pool_fee_pct")} unit="%" step={0.1} />
        <DraftField name="uptime_pct" label={inputs("uptime_pct")} unit="%" step={0.5} />
      </div>
      <div>
        <Disclosure
          title={t("ranges")}
          note={t("rangesNote")}
          {...(wrong.some((path) => path.includes(".")) ? { open: true } : {})}
        >
          {axes.map((axis) => (
            <AxisFields
              key={axis}
              axis={axis}
              unit={
                axis === "price" ? "$" : axis === "difficulty" ? "T" : terms.electricity_unit === "dollars" ? "$" : "¢"
              }
              draft={draft.axes[axis]}
              shown={shownAxis(axis, draft, answer)}
              problems={problems}
              onChange={(next) => onChange({ axes: { ...draft.axes, [axis]: next } })}
            />
          ))}
        </Disclosure>
        <Disclosure
          title={inputs("advanced")}
          note={inputs("advancedHint")}
          {...(wrong.some((path) => ADVANCED_FIELDS.includes(path)) ? { open: true } : {})}
        >
          <PoolMethodField />
          <AdvancedFields />
        </Disclosure>
      </div>
    </>
  );
}

/** The axis of the last answer, in the form's unit. */
function shownAxis(axis: Axis, draft: HeatmapDraft, answer: RoiHeatmapAnswer | undefined): AxisDraft {
  const values =
    axis === "price" ? answer?.prices : axis === answer?.against ? answer.rows.map(({ at }) => at) : undefined;
  if (!values) return { from: "", to: "", steps: "" };
  const text = (value: number | undefined) =>
    value === undefined ? "" : String(Number((value / axisUnit(axis, draft)).toPrecision(6)));
  return { from: text(values[0]), to: text(values.at(-1)), steps: String(values.length) };
}
