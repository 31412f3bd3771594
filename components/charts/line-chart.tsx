"use client";

import { useState } from "react";
import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import type { ChartMarker, ChartSeries } from "./chart-row";
import { LazyPlot } from "./lazy-plot";
import { Legend } from "./legend";
import type { ChartBand } from "./plot";
import type { PlotScale } from "./plot-scale";

type Props = ChartFrameProps & {
  /** At most four. */
  series: readonly ChartSeries[];
  bands?: readonly ChartBand[];
  bars?: readonly ChartSeries[];
  markers?: readonly ChartMarker[];
  guides?: readonly number[];
  scale?: PlotScale;
  /** Charts with the same name share their crosshair. */
  syncId?: string;
};

/** What happened, or what one assumption leads to. Anything uncertain is a `FanChart`. */
export function LineChart({
  series,
  bands = [],
  bars = [],
  markers = [],
  guides = [],
  scale = "zero",
  syncId,
  ...frame
}: Props) {
  const { rows, format, summary } = frame;
  const [only, setOnly] = useState<string | null>(null);
  const all = [...series, ...bars, ...bands.flatMap(({ low, high }) => [high, low])];
  // What was picked may be gone with other series.
  const picked = all.some(({ key }) => key === only) ? only : null;
  const sync = syncId ? { syncId } : {};
  // Stands before the plot does, so that nothing moves when that comes.
  const legend = series.length + bars.length > 1 && <Legend lines={series} bars={bars} only={picked} pick={setOnly} />;
  return (
    <ChartFrame {...frame} series={all} legend={legend}>
      {(height) => (
        <LazyPlot
          {...{ rows, format, summary, markers, bars, guides, scale, height, ...sync }}
          lines={series}
          bands={bands}
          only={picked}
        />
      )}
    </ChartFrame>
  );
}
