import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { networkHashrateHs } from "@/lib/kernel/bitcoin/hashprice";
import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import { givenEnv } from "@/lib/testing/given-env";
import { pointedAt } from "@/lib/testing/market-payloads";
import { hasRecordedData } from "@/lib/testing/recorded-data";
import { type ReplayServer, recordedPayload, replayServer } from "@/lib/testing/replay-server";
import { buildFeeds, type MarketFeeds } from "./market-feeds";
import { readFeed } from "./read-feed";

describe.skipIf(!hasRecordedData)("the recorded answers, over HTTP", () => {
  let server: ReplayServer;
  let feeds: MarketFeeds;
  beforeAll(async () => {
    server = await replayServer();
    feeds = buildFeeds(givenEnv({ ...pointedAt(server.url) }));
  });
  afterAll(() => server.close());

  const play = (path: string, name: string) => server.set({ [path]: { json: recordedPayload(name) } });
  const read = async (id: string) => {
    const found = [...feeds.live, ...feeds.history].find((one) => one.id === id);
    if (!found) throw new Error(`no feed ${id}`);
    const { answer, fault } = await readFeed(found);
    const values = Object.fromEntries((answer?.readings ?? []).map(({ figure, value }) => [figure, value]));
    return { fault: fault?.kind ?? null, asOf: answer?.readings[0]?.asOf?.toISOString() ?? null, values, answer };
  };

  test("CoinGecko's price", async () => {
    play("/api/v3/simple/price", "coingecko_simple_price");
    expect(await read("coingecko/price")).toMatchObject({
      asOf: "2026-05-18T08:17:38.000Z",
      values: { btc_price: 76_975, change_24h_pct: -1.4093297098441402 },
    });
    play("/api/v3/simple/price", "coingecko_simple_price_min");
    expect((await read("coingecko/price")).fault).toBe("shape");
  });

  test("CoinGecko's chart", async () => {
    play("/api/v3/coins/bitcoin/market_chart", "coingecko_market_chart_2026");
    expect((await read("coingecko/market-chart")).answer?.days).toEqual([
      { series: "btc_price", day: "2026-05-17", value: 78_052.87543398788 },
    ]);
  });

  test("the exchanges' examples are of other pairs and are refused", async () => {
    play("/api/v3/ticker/24hr", "binance_spot_ticker_24hr");
    play("/api/v5/market/ticker", "okx_market_ticker");
    expect((await read("binance/ticker")).fault).toBe("shape");
    expect((await read("okx/ticker")).fault).toBe("shape");
  });

  test("the exchanges' examples, were they of the right pair", async () => {
    server.set({
      "/api/v3/ticker/24hr": {
        json: { ...(recordedPayload("binance_spot_ticker_24hr") as object), symbol: "BTCUSDT" },
      },
    });
    expect((await read("binance/ticker")).values).toEqual({ btc_price: 4.000002, change_24h_pct: -95.96 });
    const okx = recordedPayload("okx_market_ticker") as { data: object[] };
    server.set({ "/api/v5/market/ticker": { json: { ...okx, data: [{ ...okx.data[0], instId: "BTC-USDT" }] } } });
    expect(await read("okx/ticker")).toMatchObject({
      asOf: "2020-08-10T02:26:23.085Z",
      values: { btc_price: 9_999.99 },
    });
  });

  test("mempool.space's price, height, fees and mempool", async () => {
    play("/api/v1/prices", "mempool_v1_prices");
    play("/api/blocks/tip/height", "mempool_blocks_tip_height");
    play("/api/v1/mining/reward-stats/144", "mempool_v1_mining_reward_stats");
    play("/api/mempool", "mempool_mempool");
    play("/api/v1/fees/recommended", "mempool_v1_fees_recommended");
    expect(await read("mempool.space/prices")).toMatchObject({
      asOf: "2023-12-22T13:40:11.000Z",
      values: { btc_price: 43_753 },
    });
    expect((await read("mempool.space/tip")).values).toEqual({ block_height: 698_767 });
    // 100 blocks, both ends included: the rewards without the fees are 100 times 6.25 BTC.
    expect((await read("mempool.space/reward-stats")).values).toEqual({ fees_sats_per_block: 13_117_482.54 });
    expect((await read("mempool.space/mempool")).values).toMatchObject({
      mempool: { transactions: 3_169, fastest_sat_vb: 1 },
    });
  });

  test("mempool.space's next change of difficulty, in milliseconds now and in seconds once", async () => {
    play("/api/v1/difficulty-adjustment", "mempool_v1_difficulty_adjustment");
    expect((await read("mempool.space/difficulty-adjustment")).values).toEqual({
      next_adjustment: {
        progress_pct: 71.97420634920636,
        change_pct: 8.512745140778843,
        remaining_blocks: 565,
        expected_at: "2024-02-15T13:33:21.715Z",
        locked: false,
      },
    });
    play("/api/v1/difficulty-adjustment", "mempool_v1_difficulty_adjustment_DOCSTALE");
    expect((await read("mempool.space/difficulty-adjustment")).values).toMatchObject({
      next_adjustment: { expected_at: "2021-07-31T20:14:38.000Z", change_pct: 98.45932018381687 },
    });
  });

  test("mempool.space's hashrate and epochs: a row that begins no epoch is left out", async () => {
    play("/api/v1/mining/hashrate/3m", "mempool_v1_mining_hashrate_3m");
    const hashrate = await read("mempool.space/hashrate");
    expect(hashrate.values).toEqual({ difficulty: 31_251_101_365_711.12, network_hashrate_ehs: 252.0332473552123 });
    expect(hashrate.answer?.epochs).toEqual([]);
    play("/api/v1/mining/difficulty-adjustments", "mempool_v1_mining_difficulty_adjustments");
    const { answer } = await read("mempool.space/difficulty-adjustments");
    expect(answer?.epochs).toHaveLength(3);
    expect(answer?.epochs?.[0]).toMatchObject({ startHeight: 822_528, difficulty: 72_006_146_478_567.1 });
    expect(answer?.epochs?.[0]?.changePct).toBeCloseTo(6.983, 9);
  });

  test("Blockchain.info's statistics", async () => {
    play("/stats", "blockchain_info_stats_2026_10");
    const { asOf, values } = await read("blockchain.info/stats");
    expect(asOf).toBe("2026-10-05T09:39:20.000Z");
    expect(values).toEqual({
      btc_price: 86_303.18,
      difficulty: 132_716_002_350_731,
      network_hashrate_ehs: 1_095.159811329552,
      block_interval_s: 86_400 / 166,
      block_height: 969_989,
    });
    play("/stats", "blockchain_info_stats_2026_06_partial");
    expect((await read("blockchain.info/stats")).fault).toBe("shape");
  });

  describe("what Blockchain.info's statistics show about themselves", () => {
    type Stats = Record<
      | "totalbc"
      | "n_blocks_total"
      | "n_blocks_mined"
      | "nextretarget"
      | "hash_rate"
      | "difficulty"
      | "total_fees_btc"
      | "n_btc_mined",
      number
    >;
    const captures = [
      "blockchain_info_stats_2016_docs",
      "blockchain_info_stats_2026_06_partial",
      "blockchain_info_stats_2026_10",
    ];
    const stats = (name: string) => recordedPayload(name) as Stats;

    test.each(captures)("%s: n_blocks_total counts blocks, its height is one less", (name) => {
      const { totalbc, n_blocks_total } = stats(name);
      expect(issuedByBlocks(n_blocks_total)).toBe(totalbc);
    });

    test.each(captures)("%s: nextretarget is the last height of the epoch", (name) => {
      expect((stats(name).nextretarget + 1) % 2016).toBe(0);
    });

    test.each(["blockchain_info_stats_2016_docs", "blockchain_info_stats_2026_10"])(
      "%s: hash_rate is GH/s by the blocks of 24 hours, so 86400 / n_blocks_mined is its block interval",
      (name) => {
        const { hash_rate, difficulty, n_blocks_mined } = stats(name);
        expect((hash_rate * 1e9) / ((networkHashrateHs(difficulty) * n_blocks_mined) / 144)).toBeCloseTo(1, 6);
      },
    );

    test("fees and miner revenue are of no use", () => {
      const { total_fees_btc, n_btc_mined } = stats("blockchain_info_stats_2026_10");
      expect(total_fees_btc).toBe(-n_btc_mined);
    });

    function issuedByBlocks(count: number): number {
      let sats = 0;
      for (let height = 0; height < count; height += 210_000)
        sats += subsidySats(height) * Math.min(210_000, count - height);
      return sats;
    }
  });

  test.each([
    ["market-price", "btc_price", "blockchain_info_charts_market_price", { day: "2022-04-13", value: 40_102.2 }],
    [
      "difficulty",
      "difficulty_mean",
      "blockchain_info_charts_difficulty",
      { day: "2025-11-01", value: 155_973_032_196_072 },
    ],
    [
      "hash-rate",
      "network_hashrate",
      "blockchain_info_charts_hash_rate",
      { day: "2025-11-01", value: 1_069.97768498763 },
    ],
  ])("Blockchain.info's chart %s", async (chart, series, name, first) => {
    play(`/charts/${chart}`, name);
    expect((await read(`blockchain.info/${chart}`)).answer?.days?.[0]).toEqual({ series, ...first });
  });

  test("a Bitcoin node", async () => {
    play("/rpc", "bitcoin_rpc_getblockchaininfo");
    expect(await read("ankr/blockchain")).toMatchObject({
      asOf: "2026-01-24T00:44:35.000Z",
      values: { block_height: 933_586, difficulty: 141_668_107_417_558.2 },
    });
    play("/rpc", "bitcoin_rpc_getmininginfo");
    expect((await read("ankr/mining")).values).toEqual({ network_hashrate_ehs: 934.5129552133704 });
  });

  test("CoinWarz' shape", async () => {
    play("/v1/api/profitability/", "coinwarz_v1_profitability");
    expect((await read("coinwarz/profitability")).values).toMatchObject({ block_height: 933_586 });
  });

  test("the Fear and Greed index", async () => {
    play("/fng/", "alternative_me_fng");
    expect(await read("alternative.me/fng")).toMatchObject({
      asOf: "2026-03-23T00:00:00.000Z",
      values: { fear_greed_index: 8 },
    });
    expect((await read("alternative.me/fng-history")).answer?.days).toHaveLength(2);
  });
});
