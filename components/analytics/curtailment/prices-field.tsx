import { useTranslations } from "next-intl";
import { useId } from "react";
import { isoDate } from "@/lib/kernel/calendar";
import type { FieldProblem } from "../../calculator/field-problem";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Segmented } from "../../ui/segmented";
import { AnalysisNumber, useProblemWords } from "../analysis-number";
import type { CurtailmentDraft } from "./curtailment-draft";
import { numberProps } from "./number-props";
import { PriceFileField } from "./price-file-field";
import { TariffFields } from "./tariff-fields";
import type { PriceFileState } from "./use-price-file";

type Props = {
  draft: CurtailmentDraft;
  onChange: (fields: Partial<CurtailmentDraft>) => void;
  problems: readonly FieldProblem[];
  file: PriceFileState;
};

const MS_PER_HOUR = 3_600_000;

/** What power costs in each hour: by a tariff or by a file; and which days are simulated. */
export function PricesField({ draft, onChange, problems, file }: Props) {
  const t = useTranslations("curtailment.prices");
  const say = useProblemWords();
  const id = useId();
  const dayProblem = problems.find(({ path }) => path === "from");
  const isOutside = dayProblem?.code === "invalid";
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1.5 text-xs text-muted">{t("label")}</legend>
      <Segmented
        name="source"
        label={t("label")}
        options={[
          { value: "tariff", label: t("tariff") },
          { value: "file", label: t("file") },
        ]}
        value={draft.source}
        onValueChange={(source) => onChange({ source, ...(source === "file" && startOutside(draft, file)) })}
      />
      {draft.source === "tariff" ? (
        <TariffFields {...{ draft, onChange, problems }} />
      ) : (
        <PriceFileField file={file} market={draft.market} onMarket={(market) => onChange({ market })} />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
        <Field id={id} label={t("from")} error={isOutside ? t("outside") : say(dayProblem)}>
          {(aria) => (
            <Input
              {...aria}
              type="date"
              value={draft.from}
              onChange={(event) => onChange({ from: event.target.value, window: "" })}
            />
          )}
        </Field>
        <AnalysisNumber label={t("months")} {...numberProps("months", { draft, onChange, problems })} />
      </div>
    </fieldset>
  );
}

/** A file has days of its own: other ones begin where it does. */
function startOutside({ from }: CurtailmentDraft, { prices }: PriceFileState): Partial<CurtailmentDraft> {
  if (!prices) return {};
  const first = isoDate(Date.parse(prices.start));
  const last = isoDate(Date.parse(prices.start) + (prices.usdPerMwh.length - 1) * MS_PER_HOUR);
  return from >= first && from <= last ? {} : { from: first, window: "" };
}
