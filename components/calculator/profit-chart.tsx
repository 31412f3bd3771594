import { useLocale, useTranslations } from "next-intl";
import type { ChartFormat, ChartMarker, ChartRow } from "@/components/charts/chart-row";
import { FanChart } from "@/components/charts/fan-chart";
import { LineChart } from "@/components/charts/line-chart";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { formatNumber } from "@/lib/i18n/number-format";

type Props = {
  result: CalculateOutput;
  /** False while the futures shown still belong to the inputs before. */
  current: boolean;
};

/** The running sum of profit from minus the machines' price on, with the band of the futures and the halving. */
export function ProfitChart({ result, current }: Props) {
  const t = useTranslations("calculator.chart");
  const locale = useLocale();
  const show = useFigures();
  const { chart_data: months, chart_bands: bands, assumptions: given } = result;
  const format: ChartFormat = {
    x: (month) => (month === "0" ? t("now") : t("monthLabel", { month: Number(month) })),
    y: (value) => formatNumber(locale, value, { currency: "USD", compact: true, digits: [0, 1], signed: true }),
    value: (value) => show.usd(value, { digits: 0, signed: true }).text,
  };
  const last = months.at(-1)?.cumulative_profit ?? 0;
  const frame = {
    title: t("title"),
    summary: t("summary", { months: given.horizon_months, end: format.value(bands?.at(-1)?.p50 ?? last) }),
    rows: chartRows(result),
    format,
    xLabel: t("month"),
    filename: "hashinsight-cumulative-profit",
  };
  const markers = halvingMarkers(result, t("halving"));
  if (!bands) {
    return (
      <LineChart
        {...frame}
        note={current ? t("assumed") : t("computing")}
        series={[{ key: "assumed", label: t("assumed") }]}
        markers={markers}
      />
    );
  }
  return (
    <FanChart
      {...frame}
      note={current ? t("futures", { paths: given.paths ?? 1000 }) : t("computing")}
      bands={[{ low: { key: "p10", label: t("low") }, high: { key: "p90", label: t("high") } }]}
      middle={{ key: "p50", label: t("middle") }}
      markers={markers}
    />
  );
}

/** Month 0 is the purchase; month n is the end of the nth month. */
function chartRows({ chart_data: months, chart_bands: bands, assumptions: given }: CalculateOutput): ChartRow[] {
  const price = -(given.machine_price_usd ?? 0) * given.quantity;
  return [
    { x: "0", values: { assumed: price, p10: price, p50: price, p90: price } },
    ...months.map((month, index) => ({
      x: String(index + 1),
      values: {
        assumed: month.cumulative_profit,
        p10: bands?.[index]?.p10 ?? null,
        p50: bands?.[index]?.p50 ?? null,
        p90: bands?.[index]?.p90 ?? null,
      },
    })),
  ];
}

function halvingMarkers({ chart_data: months, next_halving: halving }: CalculateOutput, label: string): ChartMarker[] {
  if (!halving?.inside_horizon) return [];
  const begun = months.filter((month) => month.date <= halving.at.slice(0, 10)).length;
  return [{ x: String(begun), label }];
}
