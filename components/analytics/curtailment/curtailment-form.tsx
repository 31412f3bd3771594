import { useTranslations } from "next-intl";
import type { PickerModel } from "@/lib/machines/schemas";
import type { FieldProblem } from "../../calculator/field-problem";
import { Disclosure } from "../../ui/disclosure";
import { AnalysisNumber } from "../analysis-number";
import { FleetField } from "../fleet/fleet-field";
import type { CurtailmentDraft } from "./curtailment-draft";
import { numberProps } from "./number-props";
import { PricesField } from "./prices-field";
import type { PriceFileState } from "./use-price-file";

type Props = {
  draft: CurtailmentDraft;
  onChange: (fields: Partial<CurtailmentDraft>) => void;
  problems: readonly FieldProblem[];
  models: readonly PickerModel[];
  ownMachines: number;
  file: PriceFileState;
};

const LIMITS = ["max_mw", "min_mw", "train"];

/** Whose machines, at which prices of power, and how they may be switched. */
export function CurtailmentForm(props: Props) {
  const t = useTranslations("curtailment.form");
  const perPhDay = useTranslations("common.units")("perPhDay");
  const { draft, onChange, problems, models, ownMachines, file } = props;
  const isHiddenWrong = problems.some(({ path }) => LIMITS.includes(path));
  return (
    <>
      <FleetField
        fleet={draft.fleet}
        onChange={(fleet) => onChange({ fleet })}
        models={models}
        ownMachines={ownMachines}
        problems={problems}
      />
      <PricesField {...{ draft, onChange, problems, file }} />
      <AnalysisNumber
        label={t("hashprice")}
        unit={`$${perPhDay}`}
        placeholder={t("hashpriceHistory")}
        hint={t("hashpriceHint")}
        {...numberProps("hashprice", props)}
      />
      <div className="grid grid-cols-2 gap-3">
        <AnalysisNumber label={t("poolFee")} unit="%" step={0.1} {...numberProps("pool_fee", props)} />
        <AnalysisNumber label={t("credit")} unit="$/MWh" {...numberProps("credit", props)} />
        <AnalysisNumber label={t("minOff")} unit={t("hours")} {...numberProps("min_off", props)} />
        <AnalysisNumber label={t("restart")} unit={t("minutes")} step={5} {...numberProps("restart", props)} />
      </div>
      <p className="-mt-2 text-xs text-subtle">{t("restartHint")}</p>
      <Disclosure title={t("limits")} note={t("limitsNote")} {...(isHiddenWrong ? { open: true } : {})}>
        <div className="grid grid-cols-2 gap-3">
          <AnalysisNumber label={t("maxMw")} unit="MW" step={0.1} {...numberProps("max_mw", props)} />
          <AnalysisNumber label={t("minMw")} unit="MW" step={0.1} {...numberProps("min_mw", props)} />
        </div>
        <p className="-mt-3 text-xs text-subtle">{t("limitsHint")}</p>
        <AnalysisNumber
          label={t("train")}
          unit={t("months")}
          placeholder={t("trainHalf")}
          hint={t("trainHint")}
          {...numberProps("train", props)}
        />
      </Disclosure>
    </>
  );
}
