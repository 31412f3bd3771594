import type { ChartFormat, ChartRow, ChartSeries } from "./chart-row";

type Props = { row: ChartRow | undefined; series: readonly ChartSeries[]; format: ChartFormat };

/** The values at one x, exact. The same on every chart. */
export function Crosshair({ row, series, format }: Props) {
  if (!row) return null;
  return (
    <div className="rounded-md bg-overlay px-3 py-2 text-xs text-text shadow-overlay">
      <div className="mb-1 text-muted">{format.x(row.x)}</div>
      <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {series.map(({ key, label }) => {
          const value = row.values[key];
          return value == null ? null : (
            <div key={key} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="text-right">{format.value(value)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
