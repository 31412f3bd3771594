import { useLocale, useTranslations } from "next-intl";
import type { FieldProblem } from "../../calculator/field-problem";
import { Disclosure } from "../../ui/disclosure";
import { AnalysisNumber } from "../analysis-number";
import { type CurtailmentDraft, MONTHS, WEEKDAYS } from "./curtailment-draft";
import { numberProps } from "./number-props";
import { Toggles } from "./toggles";

type Props = {
  draft: CurtailmentDraft;
  onChange: (fields: Partial<CurtailmentDraft>) => void;
  problems: readonly FieldProblem[];
};

const TARIFF_EXTRAS = ["utc_offset"];

/** A price, and another one in the hours of its peaks. */
export function TariffFields(props: Props) {
  const t = useTranslations("curtailment.tariff");
  const locale = useLocale();
  const { draft, onChange, problems } = props;
  const isHiddenWrong = problems.some(({ path }) => TARIFF_EXTRAS.includes(path));
  const hour = (text: string) => (/^\d{1,2}$/.test(text.trim()) ? `${text.trim().padStart(2, "0")}:00` : undefined);
  const dayName = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { weekday: "short", timeZone: "UTC" });
  const monthName = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", { month: "short", timeZone: "UTC" });
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <AnalysisNumber label={t("base")} unit="$/MWh" {...numberProps("base", props)} />
        <AnalysisNumber label={t("peak")} unit="$/MWh" {...numberProps("peak", props)} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <AnalysisNumber
          label={t("peakFrom")}
          unit={hour(draft.numbers.peak_from)}
          {...numberProps("peak_from", props)}
        />
        <AnalysisNumber label={t("peakTo")} unit={hour(draft.numbers.peak_to)} {...numberProps("peak_to", props)} />
      </div>
      <Disclosure title={t("more")} note={t("moreNote")} {...(isHiddenWrong ? { open: true } : {})}>
        <Toggles
          label={t("weekdays")}
          // 1 January 2024 was a Monday.
          options={WEEKDAYS.map((day) => ({ value: day, label: dayName.format(Date.UTC(2024, 0, day)) }))}
          chosen={draft.weekdays}
          onChange={(weekdays) => onChange({ weekdays })}
        />
        <Toggles
          label={t("peakMonths")}
          options={MONTHS.map((month) => ({ value: month, label: monthName.format(Date.UTC(2024, month - 1, 1)) }))}
          chosen={draft.peakMonths}
          onChange={(peakMonths) => onChange({ peakMonths })}
        />
        <AnalysisNumber
          label={t("utcOffset")}
          unit={t("hours")}
          hint={t("utcOffsetHint")}
          {...numberProps("utc_offset", props)}
        />
      </Disclosure>
    </>
  );
}
