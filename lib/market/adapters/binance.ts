import { z } from "zod";
import type { HttpClient } from "@/lib/platform/http";
import { decimalString } from "./decimal-string";
import type { Feed } from "./feed";
import { unixMs } from "./unix-time";

const Ticker = z.object({
  symbol: z.literal("BTCUSDT"),
  lastPrice: decimalString,
  priceChangePercent: decimalString,
  closeTime: unixMs,
});

/** Spot BTC against the dollar token USDT. https://developers.binance.com/docs/binance-spot-api-docs/rest-api */
export const binance = (http: HttpClient): Feed[] => [
  {
    id: "binance/ticker",
    source: "binance",
    figures: ["btc_price", "change_24h_pct"],
    everyS: 60,
    async read() {
      const ticker = await http.json({ path: "/api/v3/ticker/24hr", query: { symbol: "BTCUSDT" } }, Ticker);
      const asOf = ticker.closeTime;
      return {
        readings: [
          { figure: "btc_price", value: ticker.lastPrice, asOf },
          { figure: "change_24h_pct", value: ticker.priceChangePercent, asOf },
        ],
      };
    },
  },
];
