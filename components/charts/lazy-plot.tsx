"use client";

import dynamic from "next/dynamic";
import { patientImport } from "../ui/patient-import";

/** recharts comes with the first chart that is near, never with the page, which stands where it doesn't come yet. */
export const LazyPlot = dynamic(
  patientImport(() => import("./plot").then((module) => module.Plot)),
  { ssr: false },
);
