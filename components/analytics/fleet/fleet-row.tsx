import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import type { PickerModel } from "@/lib/machines/schemas";
import type { FieldProblem } from "../../calculator/field-problem";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Picker } from "../../ui/picker";
import { useFigures } from "../../ui/units-provider";
import { AnalysisNumber, useProblemWords } from "../analysis-number";
import { CUSTOM_MODEL, type FleetRowDraft } from "./fleet-draft";
import { modelOf } from "./fleet-request";

const FIRST_DAY = "2009-01-03";

type Props = {
  row: FleetRowDraft;
  /** The first is 1. */
  number: number;
  models: readonly PickerModel[];
  ask: { price?: boolean; since?: boolean };
  problemOf: (field: string) => FieldProblem | undefined;
  onChange: (fields: Partial<FleetRowDraft>) => void;
  onRemove: (() => void) | null;
};

/** Machines of one model, or by their own figures. */
export function FleetRow({ row, number, models, ask, problemOf, onChange, onRemove }: Props) {
  const t = useTranslations("analytics.fleet");
  const inputs = useTranslations("calculator.inputs");
  const say = useProblemWords();
  const show = useFigures();
  const id = useId();
  const since = `${id}-since`;
  const isCustom = row.model === CUSTOM_MODEL;
  const model = modelOf(models, row.model);
  const items = useMemo(
    () => [
      ...models.map((each) => ({
        value: each.name,
        label: each.name,
        note: inlineFigure(show.efficiency(each.power_w / each.hashrate_th)),
      })),
      { value: CUSTOM_MODEL, label: inputs("custom"), note: inputs("customHint"), always: true },
    ],
    [models, show, inputs],
  );
  const field = (name: "quantity" | "price" | "hashrate" | "power", path: string) => ({
    value: row[name],
    onValueChange: (text: string) => onChange({ [name]: text }),
    problem: problemOf(path),
  });
  return (
    <div className="grid gap-3 border-t border-line pt-3 first-of-type:border-t-0 first-of-type:pt-0">
      <div className="flex items-end gap-1">
        <Field id={id} label={t("model", { number })} error={say(problemOf("miner_model"))} className="flex-1">
          {(aria) => (
            <Picker
              {...aria}
              items={items}
              value={isCustom ? CUSTOM_MODEL : (model?.name ?? row.model)}
              onValueChange={(name) => onChange({ model: name })}
              label={t("model", { number })}
              searchPlaceholder={inputs("searchMachine")}
              emptyText={inputs("noMachine")}
            />
          )}
        </Field>
        {onRemove && (
          <Button variant="quiet" size="icon" aria-label={t("remove", { number })} onClick={onRemove}>
            <X aria-hidden="true" />
          </Button>
        )}
      </div>
      {isCustom && (
        <div className="grid grid-cols-2 gap-3">
          <AnalysisNumber label={inputs("hashrate_th")} unit="TH/s" {...field("hashrate", "hashrate_th")} />
          <AnalysisNumber label={inputs("power_w")} unit="W" step={10} {...field("power", "power_w")} />
        </div>
      )}
      <div className="grid grid-cols-2 gap-3">
        <AnalysisNumber label={t("quantity")} {...field("quantity", "quantity")} />
        {ask.price && <AnalysisNumber label={t("price")} unit="$" step={100} {...field("price", "cost_usd")} />}
      </div>
      {ask.since && (
        <Field id={since} label={t("since")} error={say(problemOf("since"))}>
          {(aria) => (
            <Input
              {...aria}
              type="date"
              min={FIRST_DAY}
              value={row.since}
              onChange={(event) => onChange({ since: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
