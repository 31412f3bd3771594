import { describe, expect, test } from "vitest";
import { hasRecordedData, recordedJson, recordedText } from "@/lib/testing/recorded-data";
import { IndicatorsInput, indicators } from "./indicators";

type Values = (number | null)[];
const run = (input: unknown) => indicators(IndicatorsInput.parse(input));

/** Each value within 1e-9, relative to its size; `null` exactly where `null` is expected. */
function expectColumn(actual: unknown, expected: readonly (number | null)[], tolerance = 1e-9) {
  const values = actual as (number | null)[];
  expect(values).toHaveLength(expected.length);
  for (const [index, wanted] of expected.entries()) {
    const value = values[index] ?? null;
    if (wanted === null || value === null) expect(value, `index ${index}`).toBe(wanted);
    else expect(Math.abs(value - wanted) / Math.max(1, Math.abs(wanted)), `index ${index}`).toBeLessThan(tolerance);
  }
}

describe("worked by hand", () => {
  test("moving averages stand where their period is full; the EMA begins with the SMA", () => {
    const out = run({
      close: [1, 2, 3, 4, 5],
      want: [
        { name: "sma", period: 3 },
        { name: "ema", period: 3 },
        { name: "wma", period: 3 },
      ],
    });
    expectColumn(out.sma, [null, null, 2, 3, 4]);
    expectColumn(out.ema, [null, null, 2, 3, 4]);
    expectColumn(out.wma, [null, null, 14 / 6, 20 / 6, 26 / 6]);
  });

  test("Wilder's RSI: means of the first period, then smoothed; 100 without a loss", () => {
    expectColumn(run({ close: [1, 2, 1, 3], want: [{ name: "rsi", period: 2 }] }).rsi, [null, null, 50, 100 - 100 / 6]);
    expectColumn(run({ close: [1, 2, 3], want: [{ name: "rsi", period: 2 }] }).rsi, [null, null, 100]);
  });

  test("Bollinger bands use the population deviation; touching bands have no percent_b", () => {
    const { bollinger } = run({ close: [1, 3, 3, 3], want: [{ name: "bollinger", period: 2, deviations: 2 }] }) as {
      bollinger: Record<string, (number | null)[]>;
    };
    expectColumn(bollinger.upper, [null, 4, 3, 3]);
    expectColumn(bollinger.lower, [null, 0, 3, 3]);
    expectColumn(bollinger.percent_b, [null, 0.75, null, null]);
    expectColumn(bollinger.width, [null, 2, 0, 0]);
  });

  test("MACD: the signal begins with the mean of its first values", () => {
    const { macd } = run({ close: [1, 2, 4, 8, 16], want: [{ name: "macd", fast: 1, slow: 2, signal: 2 }] }) as {
      macd: Record<string, (number | null)[]>;
    };
    expectColumn(macd.macd, [null, 0.5, 5 / 6, 29 / 18, 173 / 54]);
    expectColumn(macd.signal, [null, null, 2 / 3, 35 / 27, 208 / 81]);
  });

  test("ATR, stochastic, ADX and OBV begin where their windows are full", () => {
    const out = run({
      close: [2, 3, 2, 4, 5, 4],
      high: [3, 4, 3, 5, 6, 5],
      low: [1, 2, 1, 2, 4, 3],
      volume: [10, 20, 30, 40, 50, 60],
      want: [
        { name: "atr", period: 2 },
        { name: "stochastic", period: 2, smooth: 1, signal: 2 },
        { name: "adx", period: 2 },
        { name: "obv" },
      ],
    }) as {
      atr: Values;
      obv: Values;
      stochastic: Record<"k" | "d", Values>;
      adx: Record<"adx" | "pdi" | "mdi", Values>;
    };
    expectColumn(out.atr, [null, null, 2, 2.5, 2.25, 2.125]);
    expectColumn(out.stochastic.k, [null, 200 / 3, 100 / 3, 75, 75, 100 / 3]);
    expectColumn(out.stochastic.d, [null, null, 50, (100 / 3 + 75) / 2, 75, (75 + 100 / 3) / 2]);
    expectColumn(out.adx.pdi.slice(0, 3), [null, null, 25]);
    expectColumn(out.adx.mdi.slice(0, 3), [null, null, 25]);
    expect(out.adx.adx.slice(0, 3)).toEqual([null, null, null]);
    expectColumn(out.obv, [0, 20, -10, 30, 80, 20]);
  });

  test("the same indicator twice needs ids; bars must be complete", () => {
    const two = [
      { name: "sma", period: 2, id: "fast" },
      { name: "sma", period: 3, id: "slow" },
    ];
    expect(Object.keys(run({ close: [1, 2, 3], want: two }))).toEqual(["fast", "slow"]);
    const bad = (input: unknown) => IndicatorsInput.safeParse(input).error?.issues[0]?.message;
    expect(bad({ close: [1], want: [{ name: "obv" }] })).toBe("is needed for obv");
    expect(bad({ close: [1, 2], volume: [1], want: [{ name: "obv" }] })).toBe("must be as long as close");
    expect(bad({ close: [1], want: [{ name: "rsi" }, { name: "rsi" }] })).toContain("give it an id");
  });
});

describe.skipIf(!hasRecordedData)("published figures", () => {
  const bars = hasRecordedData ? readBars() : { close: [], high: [], low: [], volume: [] };
  const expected = (name: string, field: string) =>
    recordedJson<Record<string, number | null>[]>(`groundtruth/si_${name}.json`).map((row) => row[field] ?? null);

  test.each([
    ["sma", { name: "sma", period: 20 }, "sma"],
    ["ema", { name: "ema", period: 20 }, "ema"],
    ["wma", { name: "wma", period: 14 }, "wma"],
    ["atr", { name: "atr", period: 14 }, "atr"],
    ["obv", { name: "obv" }, "obv"],
  ])("%s over 502 daily bars", (file, want, field) => {
    expectColumn(run({ ...bars, want: [want] })[want.name], expected(file, field));
  });

  test("RSI by the stochastic RSI made of it: its window of RSI values gives the published one", () => {
    const values = run({ ...bars, want: [{ name: "rsi" }] }).rsi as (number | null)[];
    const rsis = values.slice(14) as number[];
    const stochasticRsi = run({
      close: rsis,
      high: rsis,
      low: rsis,
      want: [{ name: "stochastic", period: 14, smooth: 1, signal: 3 }],
    }).stochastic as { k: (number | null)[] };
    const padded = [...Array<null>(14).fill(null), ...stochasticRsi.k];
    expectColumn(padded, expected("stoch-rsi", "stochRsi"), 1e-7);
  });

  test("RSI of the StockCharts series, to the printed digit", () => {
    const { rounded_input } = recordedJson<{ rounded_input: { values: number[]; expected: number[] } }>(
      "groundtruth/rsi14_stockcharts.json",
    );
    const out = run({ close: rounded_input.values, want: [{ name: "rsi" }] }).rsi as number[];
    expect(out.slice(14).map((value) => Number(value.toFixed(2)))).toEqual(rounded_input.expected);
  });

  test("Bollinger bands (20, 2)", () => {
    const truth = recordedJson<Record<string, (number | null)[]> & { prices: number[] }>(
      "groundtruth/trading_signals_bb20_2.json",
    );
    const out = run({ close: truth.prices, want: [{ name: "bollinger" }] }).bollinger as Record<string, never>;
    for (const band of ["upper", "middle", "lower"]) expectColumn(out[band], truth[band] ?? [], 1e-9);
  });

  function readBars() {
    const rows = recordedText("groundtruth/si_quotes_default.csv").trim().split("\n").slice(1);
    const cells = rows.map((row) => row.split(",").slice(1).map(Number));
    const column = (index: number) => cells.map((row) => row[index] ?? Number.NaN);
    return { high: column(1), low: column(2), close: column(3), volume: column(4) };
  }
});
