import { z } from "zod";
import type { HttpClient } from "@/lib/platform/http";
import type { Feed } from "./feed";

const Coin = z.object({
  CoinTag: z.string(),
  Difficulty: z.number(),
  BlockCount: z.number().int(),
  ExchangeRate: z.number(),
  Exchange: z.string(),
});
/** /profitability answers a list, /coininformation a single coin; a refusal comes as 200 with `Success: false`. */
const Answer = z.object({
  Success: z.literal(true, { error: "the call was refused (key or daily limit)" }),
  Data: z.union([z.array(Coin), Coin.transform((coin) => [coin])]),
});
const Bitcoin = Answer.transform(({ Data }, context) => {
  const bitcoin = Data.find((coin) => coin.CoinTag === "BTC");
  if (!bitcoin) context.addIssue({ code: "custom", message: "Bitcoin is not among the coins" });
  return bitcoin ?? z.NEVER;
});

/**
 * A key allows 25 calls a day, so this is the last resort: asked only while nobody else answers, at most hourly.
 * https://www.coinwarz.com/v1/api/documentation
 */
export const coinwarz = (http: HttpClient, apiKey: string): Feed[] => [
  {
    id: "coinwarz/profitability",
    source: "coinwarz",
    figures: ["btc_price", "difficulty", "block_height"],
    everyS: 3_600,
    lastResort: true,
    async read() {
      const query = { apikey: apiKey, algo: "sha-256" };
      const coin = await http.json({ path: "/v1/api/profitability/", query }, Bitcoin);
      return {
        readings: [
          { figure: "btc_price", value: coin.ExchangeRate, asOf: null },
          { figure: "difficulty", value: coin.Difficulty, asOf: null },
          { figure: "block_height", value: coin.BlockCount, asOf: null },
        ],
      };
    },
  },
];
