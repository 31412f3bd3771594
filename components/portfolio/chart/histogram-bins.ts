import type { PortfolioSummary } from "@/lib/calculator/schemas";
import type { HistogramBin } from "../../charts/lazy-histogram-plot";

type Bin = PortfolioSummary["break_even"]["bins"][number];

/** A bin that can be drawn: one without an end is as wide as its neighbours, and says so. */
export type DrawnBin = HistogramBin & { isOpen: "below" | "above" | undefined };

export function histogramBins(bins: readonly Bin[]): DrawnBin[] {
  const whole = bins.find((bin) => bin.from !== null && bin.to !== null);
  const width = whole ? (whole.to ?? 0) - (whole.from ?? 0) : 1;
  return bins.map(({ from, to, earning_th, losing_th }) => {
    const start = from ?? (to ?? 0) - width;
    return {
      x: String(start),
      from: start,
      to: to ?? start + width,
      isOpen: from === null ? "below" : to === null ? "above" : undefined,
      values: { earning: earning_th, losing: losing_th },
    };
  });
}
