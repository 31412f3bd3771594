import type { z } from "zod";
import type { IndicatorRow } from "../contract";

type Row = z.output<typeof IndicatorRow>;

/** What a row of indicators says, in the words of the trade; `null` where the indicator has no value yet. */
export type Readings = {
  /** From 70 on a market counts as overbought, up to 30 as oversold (Wilder). */
  rsi: "overbought" | "neutral" | "oversold" | null;
  /** Momentum: the line against its signal. */
  macd: "above" | "below" | null;
  /** The close against the bands. */
  bollinger: "above" | "inside" | "below" | null;
  /** The close against its mean of 200 days, in per cent. */
  fromMean200Pct: number | null;
  /** The mean of 50 days against that of 200. */
  means: "above" | "below" | null;
};

/** Reads a row. On the line counts as above: nothing is oversold or falling before it is. */
export function readingsOf(row: Row): Readings {
  const { close, rsi_14, macd_histogram, bollinger_upper, bollinger_lower, sma_50, sma_200 } = row;
  return {
    rsi: rsi_14 === null ? null : rsi_14 >= 70 ? "overbought" : rsi_14 <= 30 ? "oversold" : "neutral",
    macd: macd_histogram === null ? null : side(macd_histogram),
    bollinger:
      bollinger_upper === null || bollinger_lower === null
        ? null
        : close > bollinger_upper
          ? "above"
          : close < bollinger_lower
            ? "below"
            : "inside",
    fromMean200Pct: sma_200 === null || sma_200 === 0 ? null : (close / sma_200 - 1) * 100,
    means: sma_50 === null || sma_200 === null ? null : side(sma_50 - sma_200),
  };
}

const side = (difference: number): "above" | "below" => (difference >= 0 ? "above" : "below");
