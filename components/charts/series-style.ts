/** Told apart by colour and by dash, in the order of use. */
export const SERIES_STYLE = [
  { stroke: "var(--color-series-1)", dash: undefined },
  { stroke: "var(--color-series-2)", dash: "6 3" },
  { stroke: "var(--color-series-3)", dash: "2 3" },
  { stroke: "var(--color-series-4)", dash: "8 3 2 3" },
] as const;

export const seriesStyle = (index: number): (typeof SERIES_STYLE)[number] =>
  SERIES_STYLE[index % SERIES_STYLE.length] ?? SERIES_STYLE[0];
