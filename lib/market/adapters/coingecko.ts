import { z } from "zod";
import type { HttpClient } from "@/lib/platform/http";
import { lastOfEachDay } from "../core/last-of-each-day";
import type { Feed, HistoryFeed } from "./feed";
import { unixMs, unixSeconds } from "./unix-time";

const Price = z.object({
  bitcoin: z.object({
    usd: z.number(),
    usd_24h_change: z.number().nullish(),
    last_updated_at: unixSeconds.optional(),
  }),
});
const Chart = z.object({ prices: z.array(z.tuple([unixMs, z.number()])) });

/** https://docs.coingecko.com/reference/simple-price: `last_updated_at` in seconds. */
export const coingecko = (http: HttpClient): Feed[] => [
  {
    id: "coingecko/price",
    source: "coingecko",
    figures: ["btc_price", "change_24h_pct"],
    everyS: 30,
    async read() {
      const query = {
        ids: "bitcoin",
        vs_currencies: "usd",
        include_24hr_change: "true",
        include_last_updated_at: "true",
      };
      const { bitcoin } = await http.json({ path: "/api/v3/simple/price", query }, Price);
      const asOf = bitcoin.last_updated_at ?? null;
      const change = bitcoin.usd_24h_change;
      return {
        readings: [
          { figure: "btc_price", value: bitcoin.usd, asOf },
          ...(change == null ? [] : [{ figure: "change_24h_pct" as const, value: change, asOf }]),
        ],
      };
    },
  },
];

/** https://docs.coingecko.com/reference/coins-id-market-chart: rows [ms, $]; a year back without a paid key. */
export const coingeckoHistory = (http: HttpClient): HistoryFeed[] => [
  {
    id: "coingecko/market-chart",
    source: "coingecko",
    everyS: 86_400,
    async read() {
      const query = { vs_currency: "usd", days: "365", interval: "daily" };
      const { prices } = await http.json(
        { path: "/api/v3/coins/bitcoin/market_chart", query, maxBytes: 4 << 20 },
        Chart,
      );
      return {
        readings: [],
        days: lastOfEachDay(
          "btc_price",
          prices.map(([time, value]) => ({ time, value })),
        ),
      };
    },
  },
];
