import { z } from "zod";
import type { HttpClient } from "@/lib/platform/http";
import { decimalString } from "./decimal-string";
import type { Feed } from "./feed";
import { unixMs } from "./unix-time";

const Ticker = z.object({
  instId: z.literal("BTC-USDT"),
  last: decimalString,
  open24h: decimalString,
  ts: decimalString.pipe(unixMs),
});
/** A refusal comes as status 200 with another code. */
const Answer = z.object({ code: z.literal("0"), data: z.tuple([Ticker]) });

/** Spot BTC against the dollar token USDT. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-ticker */
export const okx = (http: HttpClient): Feed[] => [
  {
    id: "okx/ticker",
    source: "okx",
    figures: ["btc_price", "change_24h_pct"],
    everyS: 60,
    async read() {
      const { data } = await http.json({ path: "/api/v5/market/ticker", query: { instId: "BTC-USDT" } }, Answer);
      const [ticker] = data;
      const asOf = ticker.ts;
      const change = ticker.open24h > 0 ? (ticker.last / ticker.open24h - 1) * 100 : null;
      return {
        readings: [
          { figure: "btc_price", value: ticker.last, asOf },
          ...(change === null ? [] : [{ figure: "change_24h_pct" as const, value: change, asOf }]),
        ],
      };
    },
  },
];
