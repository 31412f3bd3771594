import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { ChartSeries } from "./chart-row";
import { seriesStyle } from "./series-style";

type Props = {
  lines: readonly ChartSeries[];
  bars: readonly ChartSeries[];
  only: string | null;
  pick: (key: string | null) => void;
};

/** The series of a chart with a sample of each. Pressing one shows it alone; pressing it again brings the others back. */
export function Legend({ lines, bars, only, pick }: Props) {
  const t = useTranslations("common.charts");
  const entry = ({ key, label }: ChartSeries, sample: { stroke: string; dash?: string | undefined; width: number }) => (
    <button
      key={key}
      type="button"
      aria-pressed={only === key}
      title={only === key ? t("showAll") : t("showOnly", { series: label })}
      onClick={() => pick(only === key ? null : key)}
      className={cx(
        "touch inline-flex items-center gap-2 text-xs hover:text-text",
        only === null || only === key ? "text-muted" : "text-subtle line-through",
      )}
    >
      <svg aria-hidden="true" width="20" height="8" className="shrink-0">
        <line
          x1="0"
          x2="20"
          y1="4"
          y2="4"
          stroke={sample.stroke}
          strokeWidth={sample.width}
          strokeDasharray={sample.dash}
        />
      </svg>
      {label}
    </button>
  );
  return (
    <div className="needs-script mb-1 flex flex-wrap gap-x-4 print:hidden">
      {lines.map((line, index) => entry(line, { ...seriesStyle(index), width: 2 }))}
      {bars.map((bar) => entry(bar, { stroke: "var(--color-control)", width: 6 }))}
    </div>
  );
}
