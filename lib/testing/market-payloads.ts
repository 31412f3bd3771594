import type { Replay } from "./replay-server";

/** 2026-01-01T00:00:00Z, the moment that these answers were given at. */
export const NOW = new Date("2026-01-01T00:00:00Z");

/** Made-up answers in the shape of each source, given at a moment, all of one mind, with the quirks of the real ones. */
export function marketPayloads(moment: Date = NOW): Record<string, Replay> {
  const now_s = Math.floor(moment.getTime() / 1000);
  const chain = {
    chain: "main",
    blocks: 930_400,
    difficulty: 148_258_433_855_481.3,
    time: now_s - 240,
    initialblockdownload: false,
    warnings: [],
  };
  const mining = {
    chain: "main",
    blocks: 930_400,
    difficulty: 148_258_433_855_481.3,
    networkhashps: 1.0605e21,
    warnings: "",
  };
  return {
    "/api/v3/simple/price": {
      json: { bitcoin: { usd: 95_000, usd_24h_change: -1.5, last_updated_at: now_s - 20 } },
    },
    "/api/v3/coins/bitcoin/market_chart": {
      json: {
        prices: [
          [(now_s - 2 * 86_400) * 1000, 94_000],
          [(now_s - 86_400) * 1000, 94_500],
          [(now_s - 3_600) * 1000, 94_900],
        ],
      },
    },
    "/api/v3/ticker/24hr": {
      json: {
        symbol: "BTCUSDT",
        lastPrice: "95010.50000000",
        priceChangePercent: "-1.450",
        closeTime: now_s * 1000 - 40,
      },
    },
    "/api/v5/market/ticker": {
      json: {
        code: "0",
        msg: "",
        data: [{ instId: "BTC-USDT", last: "95020.1", open24h: "96000", ts: String(now_s * 1000 - 300) }],
      },
    },
    "/api/v1/prices": { json: { time: now_s - 60, USD: 94_980, EUR: 88_000 } },
    "/api/blocks/tip/height": { text: "930400", headers: { "content-type": "text/plain" } },
    "/api/v1/difficulty-adjustment": {
      json: {
        progressPercent: 50.5,
        difficultyChange: 2.25,
        estimatedRetargetDate: (now_s + 598_800) * 1000,
        remainingBlocks: 998,
        remainingTime: 598_800_000,
      },
    },
    "/api/v1/mining/hashrate/3m": {
      json: {
        hashrates: [{ timestamp: now_s - 86_400, avgHashrate: 1.05e21 }],
        difficulty: [
          { time: now_s - 1_300_000, height: 927_360, difficulty: 148_000_000_000_000, adjustment: 0.99 },
          { time: now_s - 90_000, height: 929_376, difficulty: 148_258_433_855_481.3, adjustment: 1.001746 },
        ],
        currentHashrate: 1.06e21,
        currentDifficulty: 148_258_433_855_481.3,
      },
    },
    "/api/v1/mining/reward-stats/144": {
      json: { startBlock: 930_257, endBlock: 930_400, totalReward: "45360000000", totalFee: "360000000" },
    },
    "/api/mempool": { json: { count: 12_000, vsize: 9_000_000, total_fee: 14_000_000, fee_histogram: [] } },
    "/api/v1/fees/recommended": { json: { fastestFee: 4, halfHourFee: 3, hourFee: 2.1, economyFee: 1, minimumFee: 1 } },
    "/api/v1/mining/difficulty-adjustments": {
      json: [
        [now_s - 90_000, 929_376, 148_258_433_855_481.3, 1.001746],
        [now_s - 1_300_000, 927_360, 148_000_000_000_000, 0.99],
      ],
    },
    "/api/v1/mining/hashrate/all": {
      json: { hashrates: [{ timestamp: now_s - 86_400, avgHashrate: 1.05e21 }], difficulty: [] },
    },
    "/api/v1/historical-price": {
      json: {
        prices: [
          { time: now_s - 86_400, USD: 94_600 },
          { time: 0, USD: 0 },
        ],
        exchangeRates: {},
      },
    },
    "/stats": {
      json: {
        timestamp: now_s * 1000 - 45_000.0,
        market_price_usd: 95_005.5,
        hash_rate: 1_061_267_000_000.0,
        total_fees_btc: -45_000_000_000,
        n_btc_mined: 45_000_000_000,
        n_blocks_mined: 144,
        minutes_between_blocks: 9.7,
        totalbc: 1_996_983_125_000_000,
        n_blocks_total: 930_401,
        nextretarget: 931_391,
        difficulty: 148_258_433_855_481,
        miners_revenue_usd: 0.0,
        miners_revenue_btc: 0,
      },
    },
    "/charts/market-price": {
      json: {
        values: [
          { x: now_s - 2 * 86_400, y: 0 },
          { x: now_s - 86_400, y: 94_550 },
        ],
      },
    },
    "/charts/difficulty": { json: { values: [{ x: now_s - 86_400, y: 148_258_433_855_481 }] } },
    "/charts/hash-rate": { json: { values: [{ x: now_s - 86_400, y: 1_055_000_000 }] } },
    "/v1/api/profitability/": {
      json: {
        Success: true,
        Message: "1 API calls used of 25 daily",
        Data: [
          { CoinTag: "BCH", Difficulty: 1, BlockCount: 1, Exchange: "x", ExchangeRate: 1 },
          {
            CoinTag: "BTC",
            Difficulty: 148_258_433_855_481.3,
            BlockCount: 930_400,
            Exchange: "x",
            ExchangeRate: 95_040,
          },
        ],
      },
    },
    "/fng/": {
      json: {
        name: "Fear and Greed Index",
        data: [
          { value: "23", value_classification: "Extreme Fear", timestamp: String(now_s), time_until_update: "86400" },
          { value: "21", value_classification: "Extreme Fear", timestamp: String(now_s - 86_400) },
        ],
      },
    },
    "/rpc": (asked) => ({
      json:
        JSON.parse(asked.body).method === "getmininginfo"
          ? { result: mining, error: null, id: 1 }
          : { result: chain, id: 1 },
    }),
  };
}

/** The environment that sends every adapter to one server. */
export const pointedAt = (url: string): Record<string, string> => ({
  NETWORK: "on",
  COINGECKO_BASE_URL: url,
  BINANCE_BASE_URL: url,
  OKX_BASE_URL: url,
  MEMPOOL_BASE_URL: url,
  BLOCKCHAIN_INFO_BASE_URL: url,
  ANKR_RPC_URL: `${url}/rpc`,
  COINWARZ_BASE_URL: url,
  COINWARZ_API_KEY: "test-key",
  ALTERNATIVE_ME_BASE_URL: url,
});
