"use client";

import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import type { ChartMarker, ChartSeries } from "./chart-row";
import { LazyPlot } from "./lazy-plot";

type Props = ChartFrameProps & {
  /** At most four. */
  series: readonly ChartSeries[];
  markers?: readonly ChartMarker[];
  /** Charts with the same name share their crosshair. */
  syncId?: string;
};

/** What happened, or what one assumption leads to. Anything uncertain is a `FanChart`. */
export function LineChart({ series, markers = [], syncId, ...frame }: Props) {
  const { rows, format, summary } = frame;
  const sync = syncId ? { syncId } : {};
  return (
    <ChartFrame {...frame} series={series}>
      {(height) => <LazyPlot {...{ rows, format, summary, markers, height, ...sync }} lines={series} bands={[]} />}
    </ChartFrame>
  );
}
