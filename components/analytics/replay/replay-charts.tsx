import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ChartFormat } from "@/components/charts/chart-row";
import { LineChart } from "@/components/charts/line-chart";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";
import { formatNumber } from "@/lib/i18n/number-format";
import { dateText } from "@/lib/i18n/time-format";
import { weakest } from "@/lib/market/core/compose-market";
import { useFigures } from "../../ui/units-provider";
import { halvingsIn } from "../market/market-rows";
import { replayRows } from "./replay-rows";

const SYNC = "replay";
const HEIGHT = 260;

/** The period day by day: the running sum, what came in against what went out, and what a PH/s was worth. */
export function ReplayCharts({ answer }: { answer: HistoricalReplayAnswer }) {
  const t = useTranslations("replay.charts");
  const locale = useLocale();
  const show = useFigures();
  const { days, totals, market } = answer;
  const rows = useMemo(() => replayRows(days), [days]);
  // One at the very beginning would lie on the axis, and says nothing: nothing is before it.
  const markers = useMemo(
    () =>
      halvingsIn(days)
        .filter((day) => days.findIndex(({ date }) => date === day) > days.length / 50)
        .map((x) => ({ x, label: t("halving") })),
    [days, t],
  );
  const inUsd = (digits: number, signed = false): ChartFormat => ({
    x: (day) => dateText(locale, day),
    y: (value) => formatNumber(locale, value, { currency: "USD", compact: true, digits: [0, 1], signed }),
    value: (value) => show.usd(value, { digits, signed }).text,
  });
  const origin = weakest([market.btc_price, market.difficulty]);
  const shared = { rows, markers, syncId: SYNC, height: HEIGHT, origin };
  const period = { from: dateText(locale, answer.from), to: dateText(locale, answer.to) };
  return (
    <>
      <LineChart
        {...shared}
        title={t("cumulative")}
        note={t(totals.capital > 0 ? "afterCapital" : "running")}
        summary={t("cumulativeSummary", {
          ...period,
          end: show.usd(days.at(-1)?.cumulative_profit, { signed: true }).text,
        })}
        format={inUsd(2, true)}
        filename="hashinsight-replay-cumulative-profit"
        series={[{ key: "cumulative", label: t("cumulativeShort") }]}
      />
      <LineChart
        {...shared}
        title={t("revenueCost")}
        note={t("daily")}
        summary={t("revenueCostSummary", period)}
        format={inUsd(2)}
        filename="hashinsight-replay-revenue-cost"
        series={[
          { key: "revenue", label: t("revenue") },
          { key: "cost", label: t("cost") },
        ]}
      />
      <LineChart
        {...shared}
        title={t("hashprice")}
        note={t("daily")}
        summary={t("hashpriceSummary", period)}
        format={inUsd(2)}
        filename="hashinsight-replay-hashprice"
        series={[{ key: "hashprice", label: t("hashpriceShort") }]}
      />
    </>
  );
}
