import * as signals from "trading-signals";
import { adx } from "@/lib/market/core/indicators/adx";
import { atr } from "@/lib/market/core/indicators/atr";
import { bollinger } from "@/lib/market/core/indicators/bollinger";
import { columnOf } from "@/lib/market/core/indicators/column";
import { macd } from "@/lib/market/core/indicators/macd";
import { ema, sma, wma } from "@/lib/market/core/indicators/moving-averages";
import { obv } from "@/lib/market/core/indicators/obv";
import { rsi } from "@/lib/market/core/indicators/rsi";
import { stochastic } from "@/lib/market/core/indicators/stochastic";
import { barsOf, type Case, caseOf, field, one } from "./case";
import type { Candle } from "./series";

/** Fed bar by bar, as that library wants it. */
function fed<I, O>(indicator: { update(input: I, replace: boolean): O | null }, inputs: readonly I[]): (O | null)[] {
  const out: (O | null)[] = [];
  for (const input of inputs) out.push(indicator.update(input, false));
  return out;
}

/** Beside a library that is fed bar by bar. */
export const STREAM_CASES: Case[] = [
  caseOf("trading-signals", {
    name: "SMA 20",
    ours: ({ close }) => sma(columnOf(close), 20),
    theirs: ({ close }) => fed(new signals.SMA(20), close),
    columns: one,
  }),
  caseOf("trading-signals", {
    name: "EMA 20",
    ours: ({ close }) => ema(columnOf(close), 20),
    theirs: ({ close }) => fed(new signals.EMA(20), close),
    columns: one,
  }),
  caseOf("trading-signals", {
    name: "WMA 14",
    ours: ({ close }) => wma(columnOf(close), 14),
    theirs: ({ close }) => fed(new signals.WMA(14), close),
    columns: one,
  }),
  caseOf("trading-signals", {
    name: "RSI 14",
    ours: ({ close }) => rsi(columnOf(close), 14),
    theirs: ({ close }) => fed(new signals.RSI(14), close),
    columns: one,
  }),
  caseOf("trading-signals", {
    name: "MACD 12, 26, 9",
    ours: ({ close }) => macd(columnOf(close), 12, 26, 9),
    theirs: ({ close }) => {
      const [fast, slow, signal] = [12, 26, 9].map((period) => new signals.EMA(period));
      if (!fast || !slow || !signal) throw new Error("three periods are three averages");
      return fed(new signals.MACD(fast, slow, signal), close);
    },
    columns: (ours, theirs) => [
      [ours.macd, field(theirs, "macd")],
      [ours.signal, field(theirs, "signal")],
      [ours.histogram, field(theirs, "histogram")],
    ],
  }),
  caseOf("trading-signals", {
    name: "Bollinger 20, 2",
    ours: ({ close }) => bollinger(columnOf(close), 20, 2),
    theirs: ({ close }) => fed(new signals.BollingerBands(20, 2), close),
    columns: (ours, theirs) => [
      [ours.upper, field(theirs, "upper")],
      [ours.middle, field(theirs, "middle")],
      [ours.lower, field(theirs, "lower")],
    ],
  }),
  caseOf("trading-signals", {
    name: "ATR 14",
    ours: (bars) => atr(barsOf(bars), 14),
    theirs: ({ candles }) => fed(new signals.ATR(14), candles),
    columns: one,
  }),
  caseOf("trading-signals", {
    name: "stochastic 14, 3, 3",
    ours: (bars) => stochastic(barsOf(bars), 14, 3, 3),
    theirs: ({ candles }) =>
      fed(new signals.StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 }), candles),
    columns: (ours, theirs) => [
      [ours.k, field(theirs, "stochK")],
      [ours.d, field(theirs, "stochD")],
    ],
  }),
  caseOf("trading-signals", {
    name: "ADX 14",
    ours: (bars) => adx(barsOf(bars), 14),
    theirs: ({ candles }) => {
      const indicator = new signals.ADX(14);
      const rows: { adx: number; pdi: number; mdi: number }[] = [];
      for (const candle of candles) {
        const value = indicator.update(candle, false);
        if (value !== null) rows.push({ adx: value, pdi: 100 * (indicator.pdi ?? 0), mdi: 100 * (indicator.mdi ?? 0) });
      }
      return rows;
    },
    columns: (ours, theirs) => [
      [ours.adx, field(theirs, "adx")],
      [ours.pdi, field(theirs, "pdi")],
      [ours.mdi, field(theirs, "mdi")],
    ],
  }),
  caseOf("trading-signals", {
    name: "OBV",
    ours: ({ close, volume }) => obv(columnOf(close), columnOf(volume)),
    theirs: ({ candles }) => fed<Candle, number>(new signals.OBV(2), candles),
    columns: one,
  }),
];
