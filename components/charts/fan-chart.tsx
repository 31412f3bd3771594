"use client";

import { ChartFrame, type ChartFrameProps } from "./chart-frame";
import type { ChartMarker, ChartSeries } from "./chart-row";
import { LazyPlot } from "./lazy-plot";
import type { ChartBand } from "./plot";

type Props = ChartFrameProps & {
  /** From the widest to the narrowest, by the keys of their edges. */
  bands: readonly ChartBand[];
  middle: ChartSeries;
  markers?: readonly ChartMarker[];
  syncId?: string;
};

/** Something uncertain: bands first, then the line in their middle; the edges are named where they end. */
export function FanChart({ bands, middle, markers = [], syncId, ...frame }: Props) {
  const { rows, format, summary } = frame;
  const series = [...bands.map(({ low }) => low), middle, ...bands.map(({ high }) => high).reverse()];
  const sync = syncId ? { syncId } : {};
  return (
    <ChartFrame {...frame} series={series}>
      {(height) => <LazyPlot {...{ rows, format, summary, markers, bands, height, ...sync }} lines={[middle]} />}
    </ChartFrame>
  );
}
