"use client";

import dynamic from "next/dynamic";
import type { ChartRow } from "./chart-row";

/** A row of the chart with the stretch of x that it stands for. */
export type HistogramBin = ChartRow & { from: number; to: number };

/** recharts comes with the first chart that is near, never with the page. */
export const LazyHistogramPlot = dynamic(() => import("./histogram-plot").then((module) => module.HistogramPlot), {
  ssr: false,
});
