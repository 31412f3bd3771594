"use client";

import dynamic from "next/dynamic";

/** recharts comes with the first chart that is near, never with the page. */
export const LazyPlot = dynamic(() => import("./plot").then((module) => module.Plot), { ssr: false });
