"use client";

import {
  Area,
  Bar,
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
import { type EndLabel, endLabels } from "./end-labels";
import { axisOf, flatness, type PlotScale, positive } from "./plot-scale";
import { seriesStyle } from "./series-style";
import { thinRows } from "./thin-rows";
import { SHARED_AXIS_PX, useSharedEdge } from "./use-shared-edge";

export type ChartBand = { low: ChartSeries; high: ChartSeries };

type Props = {
  summary: string;
  rows: readonly ChartRow[];
  lines: readonly ChartSeries[];
  bands: readonly ChartBand[];
  markers: readonly ChartMarker[];
  /** Steps from zero, behind the lines. */
  bars?: readonly ChartSeries[];
  /** Levels that mean something: 70 of an RSI. */
  guides?: readonly number[];
  scale?: PlotScale;
  /** Only this series is drawn; the others keep their colours for when they are back. */
  only?: string | null;
  format: ChartFormat;
  height: number;
  syncId?: string;
};

const CHARACTER_PX = 7.5;

/** Bands, then bars and lines, each named at its right end; markers drawn, and zero where it is in reach. */
export function Plot({ summary, rows, format, height, syncId, scale = "zero", ...given }: Props) {
  const { lines, bands, bars, guides, markers } = shown(given);
  const named = [...lines.map(({ series }) => series), ...bands.flatMap(({ low, high }) => [low, high])];
  const drawn = thinRows(
    rows,
    [...named, ...bars].map(({ key }) => key),
  );
  const ends = endLabels(drawn, named, { height: height - 50, ...flatness(scale) });
  const right = useSharedEdge(syncId, 12 + CHARACTER_PX * Math.max(0, ...ends.map(({ label }) => widthOf(label))));
  const value = (key: string) => (row: ChartRow) => positive(row.values[key] ?? null, scale);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={drawn as ChartRow[]}
        margin={{ top: 20, right, bottom: 4, left: 6 }}
        title={summary}
        {...(syncId ? { syncId, syncMethod: sameDay } : {})}
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
          width={syncId ? SHARED_AXIS_PX : "auto"}
          {...axisOf(scale, drawn, [...named, ...bars])}
        />
        {scale !== "log" && (
          <ReferenceLine y={0} stroke="var(--color-subtle)" ifOverflow={scale === "zero" ? "extendDomain" : "hidden"} />
        )}
        {guides.map((level) => (
          <ReferenceLine key={level} y={level} stroke="var(--color-muted)" strokeDasharray="2 4" />
        ))}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-muted)", strokeDasharray: "2 3" }}
          content={({ active, label }) => (
            <Crosshair
              row={active ? drawn.find((row) => row.x === label) : undefined}
              series={inOrder(named, bars, bands)}
              format={format}
            />
          )}
        />
        {bands.map(({ low, high }, index) => (
          <Area
            key={low.key}
            dataKey={(row: ChartRow) => {
              const [from, to] = [value(low.key)(row), value(high.key)(row)];
              return from === null || to === null ? null : [from, to];
            }}
            type="monotone"
            stroke="none"
            fill="var(--color-series-1)"
            fillOpacity={0.14 + 0.06 * index}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {bars.map((bar) => (
          <Bar key={bar.key} dataKey={value(bar.key)} fill="var(--color-control)" isAnimationActive={false} />
        ))}
        {lines.map(({ series, style }) => (
          <Line
            key={series.key}
            dataKey={value(series.key)}
            name={series.label}
            type="monotone"
            stroke={style.stroke}
            strokeDasharray={style.dash ?? ""}
            strokeWidth={2}
            dot={false}
            activeDot={{ r: 3, stroke: "none" }}
            isAnimationActive={false}
          />
        ))}
        {markers.map((marker) => (
          <ReferenceLine
            key={marker.x}
            x={drawnAt(marker.x, rows, drawn)}
            stroke="var(--color-muted)"
            strokeDasharray="2 4"
            label={{ value: marker.label, position: "insideTopRight", ...LABEL }}
          />
        ))}
        {ends.map((end: EndLabel) => (
          <ReferenceDot
            key={end.key}
            x={end.x}
            y={end.at}
            r={0}
            ifOverflow="visible"
            label={{ value: end.label, position: "right", ...LABEL }}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type Shown = Pick<Props, "lines" | "bands" | "bars" | "guides" | "markers" | "only">;

/** What is drawn: everything, or the one series that the reader picked; each line in the style of its place. */
function shown({ lines, bands, bars = [], guides = [], markers, only = null }: Shown) {
  const isShown = (...keys: string[]) => only === null || keys.includes(only);
  return {
    lines: lines
      .map((series, index) => ({ series, style: seriesStyle(index) }))
      .filter(({ series }) => isShown(series.key)),
    bands: bands.filter(({ low, high }) => isShown(low.key, high.key)),
    bars: bars.filter(({ key }) => isShown(key)),
    guides,
    markers,
  };
}

const inOrder = (
  named: readonly ChartSeries[],
  bars: readonly ChartSeries[],
  bands: readonly ChartBand[],
): ChartSeries[] => {
  const edges = new Set(bands.flatMap(({ low, high }) => [low.key, high.key]));
  return [
    ...bands.map(({ high }) => high),
    ...named.filter(({ key }) => !edges.has(key)),
    ...bars,
    ...bands.map(({ low }) => low).reverse(),
  ];
};

/** Charts that share a crosshair draw different days of many: the same one, or the next that is drawn. Days ascend. */
const sameDay = (ticks: readonly { value: string | number }[], { activeLabel }: { activeLabel?: unknown }): number =>
  ticks.findIndex(({ value }, index) => index === ticks.length - 1 || String(value) >= String(activeLabel));

/** An axis of names knows only those that are drawn: the first one that is, from a row on. */
function drawnAt(x: string, rows: readonly ChartRow[], drawn: readonly ChartRow[]): string {
  if (drawn === rows) return x;
  const names = new Set(drawn.map((row) => row.x));
  return rows.slice(rows.findIndex((row) => row.x === x)).find((row) => names.has(row.x))?.x ?? x;
}

/** In characters: a Chinese one is as wide as 1.6 of the others. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 1.6 : 1), 0);
