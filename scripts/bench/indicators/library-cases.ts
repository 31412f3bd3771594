import * as technicalindicators from "technicalindicators";
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

/** Beside a library that takes whole columns. */
export const LIBRARY_CASES: Case[] = [
  caseOf("technicalindicators", {
    name: "SMA 20",
    ours: ({ close }) => sma(columnOf(close), 20),
    theirs: ({ close }) => technicalindicators.sma({ values: close, period: 20 }),
    columns: one,
  }),
  caseOf("technicalindicators", {
    name: "EMA 20",
    ours: ({ close }) => ema(columnOf(close), 20),
    theirs: ({ close }) => technicalindicators.ema({ values: close, period: 20 }),
    columns: one,
  }),
  caseOf("technicalindicators", {
    name: "WMA 14",
    ours: ({ close }) => wma(columnOf(close), 14),
    theirs: ({ close }) => technicalindicators.wma({ values: close, period: 14 }),
    columns: one,
  }),
  caseOf("technicalindicators", {
    name: "RSI 14",
    ours: ({ close }) => rsi(columnOf(close), 14),
    theirs: ({ close }) => technicalindicators.rsi({ values: close, period: 14 }),
    columns: one,
    rounding: 0.005,
  }),
  caseOf("technicalindicators", {
    name: "MACD 12, 26, 9",
    ours: ({ close }) => macd(columnOf(close), 12, 26, 9),
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
  caseOf("technicalindicators", {
    name: "Bollinger 20, 2",
    ours: ({ close }) => bollinger(columnOf(close), 20, 2),
    theirs: ({ close }) => technicalindicators.bollingerbands({ values: close, period: 20, stdDev: 2 }),
    columns: (ours, theirs) => [
      [ours.upper, field(theirs, "upper")],
      [ours.middle, field(theirs, "middle")],
      [ours.lower, field(theirs, "lower")],
      [ours.percent_b, field(theirs, "pb")],
    ],
  }),
  caseOf("technicalindicators", {
    name: "ATR 14",
    ours: (bars) => atr(barsOf(bars), 14),
    theirs: ({ high, low, close }) => technicalindicators.atr({ high, low, close, period: 14 }),
    columns: one,
  }),
  caseOf("technicalindicators", {
    name: "stochastic 14, 3",
    ours: (bars) => stochastic(barsOf(bars), 14, 1, 3),
    theirs: ({ high, low, close }) => technicalindicators.stochastic({ high, low, close, period: 14, signalPeriod: 3 }),
    columns: (ours, theirs) => [
      [ours.k, field(theirs, "k")],
      [ours.d, field(theirs, "d")],
    ],
  }),
  caseOf("technicalindicators", {
    name: "ADX 14",
    ours: (bars) => adx(barsOf(bars), 14),
    theirs: ({ high, low, close }) => technicalindicators.adx({ high, low, close, period: 14 }),
    columns: (ours, theirs) => [
      [ours.adx, field(theirs, "adx")],
      [ours.pdi, field(theirs, "pdi")],
      [ours.mdi, field(theirs, "mdi")],
    ],
  }),
  caseOf("technicalindicators", {
    name: "OBV",
    ours: ({ close, volume }) => obv(columnOf(close), columnOf(volume)),
    theirs: ({ close, volume }) => technicalindicators.obv({ close, volume }),
    columns: one,
  }),
];
