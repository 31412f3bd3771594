import { z } from "zod";
import { dayField } from "@/lib/kernel/day-field";

export { SOURCE_NAMES } from "./core/source-names";

/** The outside services that market figures come from. */
export const SOURCES = [
  "coingecko",
  "binance",
  "okx",
  "mempool.space",
  "blockchain.info",
  "ankr",
  "coinwarz",
  "alternative.me",
] as const;
export type Source = (typeof SOURCES)[number];

/**
 * What a figure is worth: `live` measured and young; `stale` measured, older than two of its intervals;
 * `estimated` computed from other figures; `manual` typed in; `simulated` made up for the demo; `default` built in.
 */
export const FigureState = z
  .enum(["live", "stale", "estimated", "manual", "simulated", "default"])
  .meta({ id: "FigureState", description: "How much a figure can be trusted" });
export type FigureState = z.output<typeof FigureState>;

const Instant = z.iso.datetime();
const provenance = {
  source: z.string().describe("Where the figure comes from"),
  as_of: Instant.nullable().describe("The source's own time, or when it was read"),
  state: FigureState,
};
export const Provenance = z.object(provenance).meta({ id: "Provenance" });
export type Provenance = z.output<typeof Provenance>;

/** A number with its origin. Where no value exists it is `null`. */
export const Figure = z
  .object({ value: z.number().nullable(), ...provenance })
  .meta({ id: "MarketFigure", description: "A number, where it came from, when, and how sure it is" });
export type Figure = z.output<typeof Figure>;

/** A figure that always exists, if only as a built-in default. */
export const KnownFigure = z.object({ value: z.number(), ...provenance }).meta({ id: "KnownMarketFigure" });
export type KnownFigure = z.output<typeof KnownFigure>;

/** What waits to be mined, and what a place in the next blocks costs (satoshi a virtual byte). */
export const Mempool = z.object({
  transactions: z.int().min(0).max(1e8).nullable(),
  vsize_vb: z.number().min(0).max(1e12).nullable(),
  total_fees_sats: z.number().min(0).max(2.1e15).nullable(),
  fastest_sat_vb: z.number().min(0).max(1e7).nullable(),
  half_hour_sat_vb: z.number().min(0).max(1e7).nullable(),
  hour_sat_vb: z.number().min(0).max(1e7).nullable(),
});
export type Mempool = z.output<typeof Mempool>;

/** The next change of difficulty; `locked` once block 2015 of the epoch is found and it can't move any more. */
export const NextAdjustment = z.object({
  progress_pct: z.number().min(0).max(100).nullable(),
  change_pct: z.number().min(-75).max(300).nullable(),
  remaining_blocks: z.int().min(0).max(2016).nullable(),
  expected_at: Instant.nullable(),
  locked: z.boolean().nullable(),
});
export type NextAdjustment = z.output<typeof NextAdjustment>;

/** The market as one answer sees it: every figure says where it came from. */
export const MarketSnapshot = z
  .object({
    btc_price: KnownFigure,
    change_24h_pct: Figure,
    difficulty: KnownFigure,
    network_hashrate_ehs: KnownFigure,
    block_interval_s: Figure.describe("Mean block interval over the window of network_hashrate_ehs"),
    block_height: KnownFigure,
    block_subsidy_sats: KnownFigure,
    fees_sats_per_block: KnownFigure.describe("Mean fees of a block over the last 144 blocks"),
    fear_greed_index: Figure,
    mempool: Mempool.extend(provenance),
    next_difficulty_change: NextAdjustment.extend(provenance),
  })
  .meta({ id: "MarketSnapshot" });
export type MarketSnapshot = z.output<typeof MarketSnapshot>;

/** Where a day of history comes from. Everything but `simulated` is real. */
export const Origin = z.enum(["simulated", "live", "backfilled", "imported"]).meta({ id: "HistoryOrigin" });
export type Origin = z.output<typeof Origin>;

/** The daily series of `market_days`, with their units. */
export const SERIES = {
  btc_price: "US dollars",
  difficulty: "difficulty at the end of the day",
  difficulty_mean: "mean difficulty of the day",
  network_hashrate: "EH/s, mean of the day",
  block_height: "height of the day's last block",
  block_count: "blocks of the day",
  fees_btc: "BTC, all fees of the day",
  tx_count: "transactions of the day",
  market_cap: "US dollars",
  fear_greed_index: "0 extreme fear to 100 extreme greed",
} as const;
export type Series = keyof typeof SERIES;
export const Series = z.enum(Object.keys(SERIES) as [Series, ...Series[]]);

export const TIMEFRAMES = { "7d": 7, "30d": 30, "90d": 90, "1y": 365, "5y": 1826, all: null } as const;
export type Timeframe = keyof typeof TIMEFRAMES;
export const Timeframe = z.enum(Object.keys(TIMEFRAMES) as [Timeframe, ...Timeframe[]], {
  error: "must be one of 7d, 30d, 90d, 1y, 5y, all",
});

/** What is charted and has indicators, with its unit. */
export const CHARTED = {
  btc_price: "US dollars",
  hashprice: "US dollars a PH/s and day, gross",
  difficulty: "difficulty at the end of the day",
} as const;
export type Charted = keyof typeof CHARTED;
export const Charted = z.enum(Object.keys(CHARTED) as [Charted, ...Charted[]], {
  error: `must be one of ${Object.keys(CHARTED).join(", ")}`,
});

/** A stretch of days: the last ones, or from one day to another (both included; what is left out is where history ends). */
export const windowFields = (usual: Timeframe) => ({
  timeframe: Timeframe.default(usual).meta({ description: "Ends today; not read where from or to is given" }),
  from: dayField().optional(),
  to: dayField().optional().meta({ description: "The last day, inclusive" }),
});

export const isWindow = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to;
export const NOT_BEFORE_FROM = { path: ["to"], error: "Not before from." };

/** What a stretch of history is worth, and where each part of it comes from. */
export const HistoryProvenance = z.object({
  ...provenance,
  origins: z.array(
    z.object({ origin: Origin, source: z.string(), from: z.iso.date(), to: z.iso.date(), days: z.int().min(1) }),
  ),
});
export type HistoryProvenance = z.output<typeof HistoryProvenance>;
