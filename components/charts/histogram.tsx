"use client";

import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import type { ChartSeries } from "./chart-row";
import { type HistogramBin, LazyHistogramPlot } from "./lazy-histogram-plot";

type Props = Omit<ChartFrameProps, "rows"> & {
  bins: readonly HistogramBin[];
  /** What is piled up in a bin, from the foot; the colours go by the order, unless one is given. */
  series: readonly (ChartSeries & { color?: string })[];
  /** Of the x axis, short. */
  edge: (value: number) => string;
  /** A line at one value of x. */
  now: { at: number; label: string };
};

/** How much lies in each stretch of a quantity, as piled bars of the stretch's own width. */
export function Histogram({ bins, series, edge, now, ...frame }: Props) {
  return (
    <ChartFrame {...frame} rows={bins} series={series}>
      {(height) => (
        <LazyHistogramPlot {...{ bins, series, edge, now, height }} summary={frame.summary} format={frame.format} />
      )}
    </ChartFrame>
  );
}
