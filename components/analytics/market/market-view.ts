import type { Charted, Timeframe } from "@/lib/market/schemas";

export const RANGES = ["30d", "90d", "1y", "5y", "all"] as const satisfies readonly Timeframe[];
export const OVERLAYS = ["bands", "means", "previous", "none"] as const;
export const SCALES = ["fit", "log"] as const;
export type Overlay = (typeof OVERLAYS)[number];

/** What the reader looks at; all of it lives in the address. */
export type MarketView = {
  series: Charted;
  range: (typeof RANGES)[number];
  /** A stretch of their own, which then counts instead of the range. */
  from: string | undefined;
  to: string | undefined;
  over: Overlay;
  scale: (typeof SCALES)[number];
};

export const FIRST_VIEW: MarketView = {
  series: "hashprice",
  range: "1y",
  from: undefined,
  to: undefined,
  over: "bands",
  scale: "fit",
};

/** The first day comes after the last: there is no such stretch, and the range counts. */
export const isTurned = ({ from, to }: MarketView): boolean => from !== undefined && to !== undefined && from > to;
export const isOwnStretch = (view: MarketView): boolean =>
  (view.from !== undefined || view.to !== undefined) && !isTurned(view);

/** A view as the query of its address; what the page shows anyway is left out. */
export function marketQuery(view: MarketView): Record<string, string> {
  const entries = Object.entries(view).filter(
    ([name, value]) => value !== undefined && value !== FIRST_VIEW[name as keyof MarketView],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
