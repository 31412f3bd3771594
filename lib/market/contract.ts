import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { NoInput } from "@/lib/kernel/use-case";
import {
  Charted,
  Figure,
  HistoryProvenance,
  isWindow,
  KnownFigure,
  MarketSnapshot,
  NOT_BEFORE_FROM,
  Provenance,
  Timeframe,
  windowFields,
} from "./schemas";

const Points = z.array(z.object({ date: z.iso.date(), value: z.number() }));
const InTimeframe = (usual: z.output<typeof Timeframe>) => z.strictObject({ timeframe: Timeframe.default(usual) });
const maybe = z.number().nullable();

export const BtcPrice = z
  .object({ price: z.number(), change_24h_pct: maybe, ...Provenance.shape })
  .meta({ id: "BtcPrice" });

export const NetworkStats = MarketSnapshot.extend({
  hashprice_usd_per_ph_day: KnownFigure,
  sats_per_th_day: KnownFigure,
}).meta({ id: "NetworkStats" });

export const NetworkData = z
  .object({
    current: MarketSnapshot,
    snapshots: z.array(
      z.object({
        recorded_at: z.iso.datetime(),
        btc_price: z.number(),
        difficulty: z.number(),
        network_hashrate_ehs: z.number(),
        block_height: maybe,
        fees_sats_per_block: maybe,
      }),
    ),
    feeds: z.array(
      z.object({
        feed: z.string(),
        source: z.string(),
        last_ok_at: z.iso.datetime().nullable(),
        next_try_at: z.iso.datetime(),
        failures: z.int().describe("Consecutive"),
        fault: z.string().nullable().describe("What kind of fault the last call met"),
      }),
    ),
  })
  .meta({ id: "NetworkData" });

export const MarketData = z
  .object({
    btc_price: KnownFigure,
    change_24h_pct: Figure,
    fear_greed_index: Figure,
    network_hashrate_ehs: KnownFigure,
    difficulty: KnownFigure,
    hashprice_usd_per_ph_day: KnownFigure,
    sats_per_th_day: KnownFigure,
    history: z.array(
      z.object({
        recorded_at: z.iso.datetime(),
        btc_price: z.number(),
        change_24h_pct: maybe,
        network_hashrate_ehs: z.number(),
        fear_greed_index: maybe,
        hashprice_usd_per_ph_day: z.number(),
      }),
    ),
  })
  .meta({ id: "MarketData" });

/** A daily series with its origin; `change_pct` from its first to its last point. */
export const Trend = z
  .object({
    timeframe: Timeframe,
    unit: z.string(),
    points: Points,
    change_pct: maybe,
    ...HistoryProvenance.shape,
  })
  .meta({ id: "Trend" });

export const IndicatorRow = z.object({
  date: z.iso.date(),
  close: z.number(),
  sma_20: maybe,
  sma_50: maybe,
  sma_200: maybe,
  ema_12: maybe,
  ema_26: maybe,
  rsi_14: maybe,
  macd: maybe,
  macd_signal: maybe,
  macd_histogram: maybe,
  bollinger_upper: maybe,
  bollinger_middle: maybe,
  bollinger_lower: maybe,
  bollinger_percent_b: maybe,
  bollinger_width: maybe,
});

export const TechnicalIndicators = z
  .object({
    series: Charted,
    unit: z.string(),
    timeframe: Timeframe.nullable().meta({ description: "null where a stretch was asked for" }),
    latest: IndicatorRow.nullable().meta({ description: "The last day of the stretch" }),
    points: z.array(IndicatorRow),
    ...HistoryProvenance.shape,
  })
  .meta({ id: "TechnicalIndicators" });

export const HashrateAnalysis = z
  .object({
    timeframe: Timeframe,
    unit: z.string(),
    current: KnownFigure.describe("Measured, EH/s"),
    implied_by_difficulty_ehs: KnownFigure.describe("difficulty · 2^32 / 600, EH/s"),
    gap_pct: maybe.describe("Measured against implied; null unless it was measured"),
    luck_pct: maybe.describe("The part of the gap that the block interval of the same window explains"),
    points: z.array(z.object({ date: z.iso.date(), value: z.number(), mean_7d: maybe, mean_30d: maybe })),
    change_7d_pct: maybe.describe("Mean of the last 7 days against the 7 before"),
    change_30d_pct: maybe.describe("Mean of the last 30 days against the 30 before"),
    ...HistoryProvenance.shape,
  })
  .meta({ id: "HashrateAnalysis" });

const open = { permission: "public", input: NoInput } as const;
const plain = (summary: string) => ({ ...open, summary, output: z.number(), produces: "text/plain" }) as const;

/** Market data over REST. Everything here is public. */
export const marketContract = {
  btcPrice: contract("GET /api/btc-price", { ...open, summary: "Price of bitcoin in US dollars", output: BtcPrice }),
  networkStats: contract("GET /api/network-stats", {
    ...open,
    summary: "Difficulty, hashrate, height, fees, mempool and the next change of difficulty",
    output: NetworkStats,
  }),
  networkData: contract("GET /api/network-data", {
    ...open,
    summary: "The whole market snapshot, the last week of network history and how the sources fare",
    output: NetworkData,
  }),
  marketData: contract("GET /api/market-data", {
    ...open,
    summary: "Price, fear and greed, hashprice, with their last week",
    output: MarketData,
  }),
  technicalIndicators: contract("GET /api/technical-indicators", {
    permission: "public",
    summary: "Moving averages, RSI, MACD and Bollinger bands of the daily price, hashprice or difficulty",
    input: z
      .strictObject({ series: Charted.default("btc_price"), ...windowFields("90d") })
      .refine(isWindow, NOT_BEFORE_FROM),
    output: TechnicalIndicators,
  }),
  priceTrend: contract("GET /api/price-trend", {
    permission: "public",
    summary: "Daily price of bitcoin",
    input: InTimeframe("30d"),
    output: Trend,
  }),
  difficultyTrend: contract("GET /api/difficulty-trend", {
    permission: "public",
    summary: "Difficulty at the end of each day",
    input: InTimeframe("1y"),
    output: Trend,
  }),
  hashrateAnalysis: contract("GET /api/hashrate-analysis", {
    permission: "public",
    summary: "Network hashrate by day, its means, and how it stands against difficulty",
    input: InTimeframe("90d"),
    output: HashrateAnalysis,
  }),
  plainBtcPrice: contract("GET /api/plain/btc-price", plain("Price of bitcoin, US dollars")),
  plainHashprice: contract("GET /api/plain/hashprice", plain("Hashprice, US dollars a PH/s and day, gross")),
  plainDifficulty: contract("GET /api/plain/difficulty", plain("Network difficulty")),
  plainNextDifficultyChange: contract(
    "GET /api/plain/next-difficulty-change",
    plain("Expected next change of difficulty, %"),
  ),
  plainBreakEven: contract("GET /api/plain/break-even", {
    ...plain("Price of power at which a machine of this efficiency breaks even, US dollars a MWh, gross"),
    input: z.strictObject({
      efficiency: z.coerce
        .number({ error: "must be a number of J/TH" })
        .gt(0, "must be above 0")
        .max(10_000, "must be at most 10000")
        .describe("J/TH"),
    }),
  }),
} as const;
