import { useLocale, useTranslations } from "next-intl";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { dateText } from "@/lib/i18n/time-format";
import { Select } from "../../ui/select";
import { monthsOf, weeksOf } from "./curtailment-rows";

type Props = {
  hours: CurtailmentSimulation["schedule"];
  value: string;
  onChange: (window: string) => void;
};

/** Which hours the charts show: all, a month, or a week. */
export function WindowField({ hours, value, onChange }: Props) {
  const t = useTranslations("curtailment.window");
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const months = monthsOf(hours).map((name) => ({
    value: name,
    label: month.format(new Date(`${name}-01T00:00:00Z`)),
  }));
  const weeks = weeksOf(hours).map((day) => ({ value: day, label: t("week", { day: dateText(locale, day) }) }));
  const options = [{ value: "", label: t("all") }, ...months, ...weeks];
  const known = options.some((option) => option.value === value) ? value : "";
  return (
    <div className="flex items-center gap-2">
      <label htmlFor="curtailment-window" className="text-xs text-muted">
        {t("label")}
      </label>
      <Select
        id="curtailment-window"
        options={options}
        value={known}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
