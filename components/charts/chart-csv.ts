import type { ChartRow, ChartSeries } from "./chart-row";

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows behind a chart as RFC 4180, numbers unrounded, a missing value empty. */
export function chartCsv(xLabel: string, rows: readonly ChartRow[], series: readonly ChartSeries[]): string {
  const head = [xLabel, ...series.map(({ label }) => label)];
  const body = rows.map((row) => [row.x, ...series.map(({ key }) => row.values[key]?.toString() ?? "")]);
  return `${[head, ...body].map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}
