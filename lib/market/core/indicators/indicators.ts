import { z } from "zod";
import { adx } from "./adx";
import { atr } from "./atr";
import type { Bars } from "./bars";
import { bollinger } from "./bollinger";
import { answered, type Column, columnOf } from "./column";
import { macd } from "./macd";
import { ema, sma, wma } from "./moving-averages";
import { obv } from "./obv";
import { rsi } from "./rsi";
import { stochastic } from "./stochastic";

const period = (usual?: number) => {
  const bars = z.int().min(1).max(10_000);
  return usual === undefined ? bars : bars.default(usual);
};
const id = z.string().min(1).max(100).optional();
const Want = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("sma"), period: period(), id }),
  z.strictObject({ name: z.literal("ema"), period: period(), id }),
  z.strictObject({ name: z.literal("wma"), period: period(), id }),
  z.strictObject({ name: z.literal("rsi"), period: period(14), id }),
  z.strictObject({ name: z.literal("macd"), fast: period(12), slow: period(26), signal: period(9), id }),
  z.strictObject({
    name: z.literal("bollinger"),
    period: period(20),
    deviations: z.number().positive().default(2),
    id,
  }),
  z.strictObject({ name: z.literal("atr"), period: period(14), id }),
  z.strictObject({ name: z.literal("adx"), period: period(14), id }),
  z.strictObject({ name: z.literal("stochastic"), period: period(14), smooth: period(3), signal: period(3), id }),
  z.strictObject({ name: z.literal("obv"), id }),
]);
type Want = z.output<typeof Want>;

const column = z.array(z.number()).max(1_000_000);
export const IndicatorsInput = z
  .strictObject({
    close: column,
    high: column.optional(),
    low: column.optional(),
    volume: column.optional(),
    want: z.array(Want).min(1),
  })
  .superRefine((input, context) => {
    for (const name of ["high", "low", "volume"] as const) {
      const values = input[name];
      if (values && values.length !== input.close.length)
        context.addIssue({ code: "custom", path: [name], message: "must be as long as close" });
    }
    const seen = new Set<string>();
    for (const [index, want] of input.want.entries()) {
      const missing = NEEDS[want.name]?.find((name) => !input[name]);
      if (missing) context.addIssue({ code: "custom", path: [missing], message: `is needed for ${want.name}` });
      const key = keyOf(want);
      if (seen.has(key))
        context.addIssue({ code: "custom", path: ["want", index], message: `"${key}" is there twice: give it an id` });
      seen.add(key);
    }
  });
export type IndicatorsInput = z.output<typeof IndicatorsInput>;

const NEEDS: Partial<Record<Want["name"], ("high" | "low" | "volume")[]>> = {
  atr: ["high", "low"],
  adx: ["high", "low"],
  stochastic: ["high", "low"],
  obv: ["volume"],
};

const keyOf = (want: Want): string => want.id ?? want.name;

/** Each wanted indicator by its id or name: one column, or several, as long as the input, `null` where there is no value yet. */
export function indicators({
  want,
  close,
  ...others
}: IndicatorsInput): Record<string, Answer | Record<string, Answer>> {
  const { high = [], low = [], volume = [] } = others;
  const bars = { close: columnOf(close), high: columnOf(high), low: columnOf(low), volume: columnOf(volume) };
  return Object.fromEntries(want.map((one) => [keyOf(one), answer(compute(one, bars))]));
}

type Answer = (number | null)[];

function answer(result: Column | Record<string, Column>): Answer | Record<string, Answer> {
  if (result instanceof Float64Array) return Array.from(result, answered);
  return Object.fromEntries(Object.entries(result).map(([name, column]) => [name, Array.from(column, answered)]));
}

function compute(want: Want, bars: Bars & { volume: Column }): Column | Record<string, Column> {
  const { close, volume } = bars;
  switch (want.name) {
    case "sma":
      return sma(close, want.period);
    case "ema":
      return ema(close, want.period);
    case "wma":
      return wma(close, want.period);
    case "rsi":
      return rsi(close, want.period);
    case "macd":
      return macd(close, want.fast, want.slow, want.signal);
    case "bollinger":
      return bollinger(close, want.period, want.deviations);
    case "atr":
      return atr(bars, want.period);
    case "adx":
      return adx(bars, want.period);
    case "stochastic":
      return stochastic(bars, want.period, want.smooth, want.signal);
    case "obv":
      return obv(close, volume);
  }
}
