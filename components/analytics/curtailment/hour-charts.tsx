import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ChartFormat } from "@/components/charts/chart-row";
import { LineChart } from "@/components/charts/line-chart";
import { saveFile } from "@/components/charts/save-file";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { formatNumber } from "@/lib/i18n/number-format";
import { absoluteTime, dateText } from "@/lib/i18n/time-format";
import { Button } from "../../ui/button";
import { useFigures } from "../../ui/units-provider";
import { hourRows, hoursCsv, hoursIn } from "./curtailment-rows";
import { WindowField } from "./window-field";

type Props = { answer: CurtailmentSimulation; window: string; onWindow: (window: string) => void };

const SYNC = "curtailment";
const HEIGHT = 240;

/** Price and load hour by hour, in exactly the window that was asked for. */
export function HourCharts({ answer, window, onWindow }: Props) {
  const t = useTranslations("curtailment.charts");
  const locale = useLocale();
  const show = useFigures();
  const { schedule, price_rule: rule } = answer;
  const hours = useMemo(() => hoursIn(schedule, window), [schedule, window]);
  // A rule that breaks a limit can't be used, and is no line of the chart.
  const stopUsd = rule.train.rule_profit_usd === null ? null : rule.threshold_usd_per_mwh;
  const rows = useMemo(() => hourRows(hours, stopUsd), [hours, stopUsd]);
  const x = (at: string) => absoluteTime(locale, at);
  const price: ChartFormat = {
    x,
    y: (value) => formatNumber(locale, value, { currency: "USD", compact: true, digits: [0, 1] }),
    value: (value) => show.usd(value, { digits: 2, unit: "/MWh" }).text,
  };
  const load: ChartFormat = {
    x,
    y: (value) => formatNumber(locale, value, { digits: [0, 2] }),
    value: (value) => inlineFigure(show.number(value, { digits: [0, 4], unit: "MW" })),
  };
  const [first, last] = [hours[0]?.at ?? answer.start, hours.at(-1)?.at ?? answer.start];
  const period = { from: dateText(locale, first), to: dateText(locale, last) };
  const shared = { rows, syncId: SYNC, height: HEIGHT, xLabel: t("hour"), note: t("note", period) };
  const stop = stopUsd === null ? [] : [{ key: "stop", label: t("stop") }];
  const save = () =>
    saveFile(
      `hashinsight-curtailment-${first.slice(0, 10)}-${last.slice(0, 10)}.csv`,
      new Blob([hoursCsv(hours)], { type: "text/csv;charset=utf-8" }),
    );
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <WindowField hours={schedule} value={window} onChange={onWindow} />
        <Button variant="quiet" onClick={save}>
          {t("everyHour")}
        </Button>
      </div>
      <LineChart
        {...shared}
        title={t("price")}
        summary={t("priceSummary", period)}
        format={price}
        filename="hashinsight-curtailment-price"
        series={[{ key: "price", label: t("priceShort") }, ...stop]}
      />
      <LineChart
        {...shared}
        title={t("load")}
        summary={t("loadSummary", period)}
        format={load}
        filename="hashinsight-curtailment-load"
        series={[{ key: "mw", label: t("loadShort") }]}
      />
    </div>
  );
}
