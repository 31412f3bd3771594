"use client";

import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS, LABEL } from "./axis-style";
import type { ChartFormat, ChartSeries } from "./chart-row";
import { Crosshair } from "./crosshair";
import type { HistogramBin } from "./lazy-histogram-plot";
import { seriesStyle } from "./series-style";

type Props = {
  summary: string;
  bins: readonly HistogramBin[];
  series: readonly (ChartSeries & { color?: string })[];
  edge: (value: number) => string;
  now: { at: number; label: string };
  format: ChartFormat;
  height: number;
};

/** Bars exactly as wide as their stretch, piled; an unseen line through their middles carries the crosshair. */
export function HistogramPlot({ summary, bins, series, edge, now, format, height }: Props) {
  const total = (bin: HistogramBin) => series.reduce((sum, { key }) => sum + (bin.values[key] ?? 0), 0);
  const middles = bins.map((bin) => ({ middle: (bin.from + bin.to) / 2, total: total(bin) }));
  const edges = bins.map(({ from }) => from);
  const end = bins.at(-1)?.to ?? 0;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={middles} margin={{ top: 20, right: 16, bottom: 4, left: 0 }} title={summary}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="middle"
          type="number"
          domain={[edges[0] ?? 0, end]}
          ticks={[...edges, end]}
          tickFormatter={edge}
          tick={AXIS}
          tickLine={false}
          axisLine={{ stroke: "var(--color-subtle)" }}
          minTickGap={24}
          interval="preserveStart"
          tickMargin={8}
        />
        <YAxis
          tickFormatter={format.y}
          tick={AXIS}
          tickLine={false}
          axisLine={false}
          width="auto"
          domain={[0, "auto"]}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-muted)", strokeDasharray: "2 3" }}
          content={({ active, label }) => (
            <Crosshair
              row={active ? bins[middles.findIndex(({ middle }) => middle === Number(label))] : undefined}
              series={series}
              format={format}
            />
          )}
        />
        {piles(bins, series).map(({ key, from, to, low, high, color }) => (
          <ReferenceArea
            key={key}
            x1={from}
            x2={to}
            y1={low}
            y2={high}
            fill={color}
            fillOpacity={0.7}
            stroke="var(--color-bg)"
            strokeWidth={1}
            ifOverflow="hidden"
          />
        ))}
        <Line dataKey="total" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
        <ReferenceLine
          x={now.at}
          stroke="var(--color-text)"
          strokeDasharray="4 3"
          label={{ value: now.label, position: "top", ...LABEL }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Each bar's parts, one upon the other. */
function piles(bins: Props["bins"], series: Props["series"]) {
  return bins.flatMap((bin) => {
    let low = 0;
    return series.flatMap(({ key, color }, index) => {
      const high = low + (bin.values[key] ?? 0);
      const part = { key: `${bin.x} ${key}`, from: bin.from, to: bin.to, low, high };
      const isThere = high > low;
      low = high;
      return isThere ? [{ ...part, color: color ?? seriesStyle(index).stroke }] : [];
    });
  });
}
