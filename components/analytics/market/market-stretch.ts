import type { z } from "zod";
import type { ChartRow } from "@/components/charts/chart-row";
import type { AnalyticsData } from "@/lib/analytics/schemas";
import type { TechnicalIndicators } from "@/lib/market/contract";

/** A stretch of the market as the page shows it. */
export type MarketStretch = {
  rows: ChartRow[];
  /** Days of the stretch on which the subsidy was halved. */
  halvings: string[];
  indicators: Omit<z.output<typeof TechnicalIndicators>, "points"> & {
    first: string | null;
    /** From the first to the last day. */
    changePct: number | null;
  };
  market: AnalyticsData["market"];
  /** Days that stand for the day before. */
  carriedDays: number;
};
