import { z } from "zod";
import { SECONDS_PER_DAY } from "@/lib/kernel/units";
import type { HttpClient } from "@/lib/platform/http";
import { lastOfEachDay } from "../core/last-of-each-day";
import type { Series } from "../schemas";
import type { Feed, FeedAnswer, HistoryFeed } from "./feed";
import { unixMs, unixSeconds } from "./unix-time";

/**
 * What is taken from /stats. Never its fees and miner revenue: `total_fees_btc` arrives as minus `n_btc_mined`
 * and `miners_revenue_*` as 0. `timestamp` is a float of milliseconds, `hash_rate` is GH/s over the last 24 hours.
 */
const Stats = z.object({
  timestamp: unixMs,
  market_price_usd: z.number(),
  hash_rate: z.number(),
  difficulty: z.number(),
  n_blocks_mined: z.number().positive(),
  n_blocks_total: z.number().int(),
});
const Chart = z.object({ values: z.array(z.object({ x: unixSeconds, y: z.number() })) });

const GHS_PER_EHS = 1e9;
const THS_PER_EHS = 1e6;

/** https://www.blockchain.com/explorer/api/charts_api */
export const blockchainInfo = (http: HttpClient): Feed[] => [
  {
    id: "blockchain.info/stats",
    source: "blockchain.info",
    figures: ["btc_price", "difficulty", "network_hashrate_ehs", "block_interval_s", "block_height"],
    everyS: 300,
    async read() {
      const stats = await http.json({ path: "/stats", query: { format: "json" } }, Stats);
      const asOf = stats.timestamp;
      return {
        readings: [
          { figure: "btc_price", value: stats.market_price_usd, asOf },
          { figure: "difficulty", value: stats.difficulty, asOf },
          { figure: "network_hashrate_ehs", value: stats.hash_rate / GHS_PER_EHS, asOf },
          // hash_rate is exactly difficulty · 2^32 / 600 · n_blocks_mined / 144: its window's interval is this one,
          // not `minutes_between_blocks`.
          { figure: "block_interval_s", value: SECONDS_PER_DAY / stats.n_blocks_mined, asOf },
          // A count, not a height: `totalbc` is the issuance of exactly this many blocks, the first one included.
          { figure: "block_height", value: stats.n_blocks_total - 1, asOf },
        ],
      };
    },
  },
];

/** The charts API: x in seconds, one row a day when `sampled` is false (every third day otherwise). */
export const blockchainInfoHistory = (http: HttpClient): HistoryFeed[] => {
  const chart = (name: string, series: Series, perUnit = 1): HistoryFeed => ({
    id: `blockchain.info/${name}`,
    source: "blockchain.info",
    everyS: SECONDS_PER_DAY,
    async read(): Promise<FeedAnswer> {
      const query = { timespan: "all", sampled: "false", format: "json" };
      const { values } = await http.json({ path: `/charts/${name}`, query, maxBytes: 4 << 20 }, Chart);
      const points = values.filter(({ y }) => y > 0).map(({ x, y }) => ({ time: x, value: y / perUnit }));
      return { readings: [], days: lastOfEachDay(series, points) };
    },
  });
  return [
    chart("market-price", "btc_price"),
    // On the day of a change this is the mean of both difficulties.
    chart("difficulty", "difficulty_mean"),
    chart("hash-rate", "network_hashrate", THS_PER_EHS),
  ];
};
