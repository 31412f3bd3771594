"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS, LABEL } from "./axis-style";
import type { ChartFormat, ChartMarker, ChartRow, ChartSeries } from "./chart-row";
import { Crosshair } from "./crosshair";
import { seriesStyle } from "./series-style";

export type ChartBand = { low: ChartSeries; high: ChartSeries };

type Props = {
  summary: string;
  rows: readonly ChartRow[];
  lines: readonly ChartSeries[];
  bands: readonly ChartBand[];
  markers: readonly ChartMarker[];
  format: ChartFormat;
  height: number;
  syncId?: string;
};

const CHARACTER_PX = 7.5;

/** Bands, then lines, each named at its right end; zero and markers drawn; the one place that knows recharts. */
export function Plot({ summary, rows, lines, bands, markers, format, height, syncId }: Props) {
  const ends = endLabels(rows, [...lines, ...bands.flatMap(({ low, high }) => [low, high])]);
  const right = 12 + CHARACTER_PX * Math.max(0, ...ends.map(({ label }) => label.length));
  const value = (key: string) => (row: ChartRow) => row.values[key] ?? null;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={rows as ChartRow[]}
        margin={{ top: 20, right, bottom: 4, left: 0 }}
        title={summary}
        {...(syncId ? { syncId } : {})}
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="x"
          tickFormatter={format.x}
          tick={AXIS}
          tickLine={false}
          axisLine={false}
          minTickGap={48}
          interval="preserveStartEnd"
          tickMargin={8}
        />
        <YAxis
          tickFormatter={format.y}
          tick={AXIS}
          tickLine={false}
          axisLine={false}
          width="auto"
          domain={["auto", "auto"]}
        />
        <ReferenceLine y={0} stroke="var(--color-subtle)" ifOverflow="extendDomain" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-muted)", strokeDasharray: "2 3" }}
          content={({ active, label }) => (
            <Crosshair
              row={active ? rows.find((row) => row.x === label) : undefined}
              series={inOrder(lines, bands)}
              format={format}
            />
          )}
        />
        {bands.map(({ low, high }, index) => (
          <Area
            key={low.key}
            dataKey={(row: ChartRow) => {
              const [from, to] = [row.values[low.key], row.values[high.key]];
              return from == null || to == null ? null : [from, to];
            }}
            type="monotone"
            stroke="none"
            fill="var(--color-series-1)"
            fillOpacity={0.14 + 0.06 * index}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {lines.map((line, index) => (
          <Line
            key={line.key}
            dataKey={value(line.key)}
            name={line.label}
            type="monotone"
            stroke={seriesStyle(index).stroke}
            strokeDasharray={seriesStyle(index).dash ?? ""}
            strokeWidth={2}
            dot={false}
            activeDot={{ r: 3, stroke: "none" }}
            isAnimationActive={false}
          />
        ))}
        {markers.map((marker) => (
          <ReferenceLine
            key={marker.x}
            x={marker.x}
            stroke="var(--color-muted)"
            strokeDasharray="2 4"
            label={{ value: marker.label, position: "insideTopRight", ...LABEL }}
          />
        ))}
        {ends.map((end) => (
          <ReferenceDot
            key={end.key}
            x={end.x}
            y={end.y}
            r={0}
            ifOverflow="visible"
            label={{ value: end.label, position: "right", ...LABEL }}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const inOrder = (lines: readonly ChartSeries[], bands: readonly ChartBand[]): ChartSeries[] => [
  ...bands.map(({ high }) => high),
  ...lines,
  ...bands.map(({ low }) => low).reverse(),
];

/** Where each series ends: its last value, as the place of its name. */
function endLabels(rows: readonly ChartRow[], series: readonly ChartSeries[]) {
  return series.flatMap(({ key, label }) => {
    const last = rows.findLast((row) => row.values[key] != null);
    const y = last?.values[key];
    return last && y != null ? [{ key, label, x: last.x, y }] : [];
  });
}
