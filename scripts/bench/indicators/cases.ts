import * as technicalindicators from "technicalindicators";
import * as signals from "trading-signals";
import { adx } from "@/lib/market/core/indicators/adx";
import { atr } from "@/lib/market/core/indicators/atr";
import { bollinger } from "@/lib/market/core/indicators/bollinger";
import type { Column } from "@/lib/market/core/indicators/column";
import { macd } from "@/lib/market/core/indicators/macd";
import { ema, sma, wma } from "@/lib/market/core/indicators/moving-averages";
import { obv } from "@/lib/market/core/indicators/obv";
import { rsi } from "@/lib/market/core/indicators/rsi";
import { stochastic } from "@/lib/market/core/indicators/stochastic";
import type { Candle, Series } from "./series";

/** One indicator by ourselves and by a peer: what each answers, and of both the columns that must agree. */
export type Case = {
  name: string;
  peer: "technicalindicators" | "trading-signals";
  ours(series: Series): unknown;
  theirs(series: Series): unknown;
  /** Our columns and theirs, which may begin later and ends with the same bar. */
  columns(ours: never, theirs: never): [Column, Column][];
  /** What a peer rounds to, where it rounds. */
  rounding?: number;
};

type Pair<O, T> = {
  name: string;
  ours(series: Series): O;
  theirs(series: Series): T;
  columns(ours: O, theirs: T): [Column, Column][];
  rounding?: number;
};

const of = <O, T>(peer: Case["peer"], pair: Pair<O, T>): Case => ({ peer, ...pair }) as Case;
const one = (ours: Column, theirs: Column): [Column, Column][] => [[ours, theirs]];

/** Fed bar by bar, as that library wants it. */
function fed<I, O>(indicator: { update(input: I, replace: boolean): O | null }, inputs: readonly I[]): (O | null)[] {
  const out: (O | null)[] = [];
  for (const input of inputs) out.push(indicator.update(input, false));
  return out;
}
const field = <K extends string>(rows: readonly (Partial<Record<K, number>> | null)[], key: K): Column =>
  rows.map((row) => row?.[key] ?? null);

const LIBRARY: Case[] = [
  of("technicalindicators", {
    name: "SMA 20",
    ours: ({ close }) => sma(close, 20),
    theirs: ({ close }) => technicalindicators.sma({ values: close, period: 20 }),
    columns: one,
  }),
  of("technicalindicators", {
    name: "EMA 20",
    ours: ({ close }) => ema(close, 20),
    theirs: ({ close }) => technicalindicators.ema({ values: close, period: 20 }),
    columns: one,
  }),
  of("technicalindicators", {
    name: "WMA 14",
    ours: ({ close }) => wma(close, 14),
    theirs: ({ close }) => technicalindicators.wma({ values: close, period: 14 }),
    columns: one,
  }),
  of("technicalindicators", {
    name: "RSI 14",
    ours: ({ close }) => rsi(close, 14),
    theirs: ({ close }) => technicalindicators.rsi({ values: close, period: 14 }),
    columns: one,
    rounding: 0.005,
  }),
  of("technicalindicators", {
    name: "MACD 12, 26, 9",
    ours: ({ close }) => macd(close, 12, 26, 9),
    theirs: ({ close }) =>
      technicalindicators.macd({
        ...{ values: close, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9 },
        ...{ SimpleMAOscillator: false, SimpleMASignal: false },
      }),
    columns: (ours, theirs) => [
      [ours.macd, field(theirs, "MACD")],
      [ours.signal, field(theirs, "signal")],
      [ours.histogram, field(theirs, "histogram")],
    ],
  }),
  of("technicalindicators", {
    name: "Bollinger 20, 2",
    ours: ({ close }) => bollinger(close, 20, 2),
    theirs: ({ close }) => technicalindicators.bollingerbands({ values: close, period: 20, stdDev: 2 }),
    columns: (ours, theirs) => [
      [ours.upper, field(theirs, "upper")],
      [ours.middle, field(theirs, "middle")],
      [ours.lower, field(theirs, "lower")],
      [ours.percent_b, field(theirs, "pb")],
    ],
  }),
  of("technicalindicators", {
    name: "ATR 14",
    ours: (bars) => atr(bars, 14),
    theirs: ({ high, low, close }) => technicalindicators.atr({ high, low, close, period: 14 }),
    columns: one,
  }),
  of("technicalindicators", {
    name: "stochastic 14, 3",
    ours: (bars) => stochastic(bars, 14, 1, 3),
    theirs: ({ high, low, close }) => technicalindicators.stochastic({ high, low, close, period: 14, signalPeriod: 3 }),
    columns: (ours, theirs) => [
      [ours.k, field(theirs, "k")],
      [ours.d, field(theirs, "d")],
    ],
  }),
  of("technicalindicators", {
    name: "ADX 14",
    ours: (bars) => adx(bars, 14),
    theirs: ({ high, low, close }) => technicalindicators.adx({ high, low, close, period: 14 }),
    columns: (ours, theirs) => [
      [ours.adx, field(theirs, "adx")],
      [ours.pdi, field(theirs, "pdi")],
      [ours.mdi, field(theirs, "mdi")],
    ],
  }),
  of("technicalindicators", {
    name: "OBV",
    ours: ({ close, volume }) => obv(close, volume),
    theirs: ({ close, volume }) => technicalindicators.obv({ close, volume }),
    columns: one,
  }),
];

const STREAM: Case[] = [
  of("trading-signals", {
    name: "SMA 20",
    ours: ({ close }) => sma(close, 20),
    theirs: ({ close }) => fed(new signals.SMA(20), close),
    columns: one,
  }),
  of("trading-signals", {
    name: "EMA 20",
    ours: ({ close }) => ema(close, 20),
    theirs: ({ close }) => fed(new signals.EMA(20), close),
    columns: one,
  }),
  of("trading-signals", {
    name: "WMA 14",
    ours: ({ close }) => wma(close, 14),
    theirs: ({ close }) => fed(new signals.WMA(14), close),
    columns: one,
  }),
  of("trading-signals", {
    name: "RSI 14",
    ours: ({ close }) => rsi(close, 14),
    theirs: ({ close }) => fed(new signals.RSI(14), close),
    columns: one,
  }),
  of("trading-signals", {
    name: "MACD 12, 26, 9",
    ours: ({ close }) => macd(close, 12, 26, 9),
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
  of("trading-signals", {
    name: "Bollinger 20, 2",
    ours: ({ close }) => bollinger(close, 20, 2),
    theirs: ({ close }) => fed(new signals.BollingerBands(20, 2), close),
    columns: (ours, theirs) => [
      [ours.upper, field(theirs, "upper")],
      [ours.middle, field(theirs, "middle")],
      [ours.lower, field(theirs, "lower")],
    ],
  }),
  of("trading-signals", {
    name: "ATR 14",
    ours: (bars) => atr(bars, 14),
    theirs: ({ candles }) => fed(new signals.ATR(14), candles),
    columns: one,
  }),
  of("trading-signals", {
    name: "stochastic 14, 3, 3",
    ours: (bars) => stochastic(bars, 14, 3, 3),
    theirs: ({ candles }) =>
      fed(new signals.StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 }), candles),
    columns: (ours, theirs) => [
      [ours.k, field(theirs, "stochK")],
      [ours.d, field(theirs, "stochD")],
    ],
  }),
  of("trading-signals", {
    name: "ADX 14",
    ours: (bars) => adx(bars, 14),
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
  of("trading-signals", {
    name: "OBV",
    ours: ({ close, volume }) => obv(close, volume),
    theirs: ({ candles }) => fed<Candle, number>(new signals.OBV(2), candles),
    columns: one,
  }),
];

export const CASES: readonly Case[] = [...LIBRARY, ...STREAM];
