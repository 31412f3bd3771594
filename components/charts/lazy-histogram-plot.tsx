"use client";

import dynamic from "next/dynamic";
import { patientImport } from "../ui/patient-import";
import type { ChartRow } from "./chart-row";

/** A row of the chart with the stretch of x that it stands for. */
export type HistogramBin = ChartRow & { from: number; to: number };

/** recharts comes with the first chart that is near, never with the page, which stands where it doesn't come yet. */
export const LazyHistogramPlot = dynamic(
  patientImport(() => import("./histogram-plot").then((module) => module.HistogramPlot)),
  { ssr: false },
);
