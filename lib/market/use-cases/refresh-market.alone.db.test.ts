import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cache } from "@/lib/platform/cache";
import { givenEnv } from "@/lib/testing/given-env";
import { marketPayloads, NOW, pointedAt } from "@/lib/testing/market-payloads";
import { ownDatabase } from "@/lib/testing/own-database";
import { type ReplayServer, replayServer } from "@/lib/testing/replay-server";
import { sql } from "@/lib/testing/sql";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { buildFeeds } from "../adapters/market-feeds";
import { currentMarket } from "./current-market";
import { getNetworkData } from "./get-network-data";
import { refreshMarketFrom } from "./refresh-market";
import { thinSnapshots } from "./thin-snapshots";

let server: ReplayServer;
let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await ownDatabase();
  server = await replayServer();
}, 60_000);
afterAll(async () => {
  await server.close();
  await dropDatabase();
});

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const at = (seconds: number) => ({ ...systemCtx("test"), now: () => later(seconds) });
/** What a visitor sees; the cache is another test's business. */
async function market(seconds = 0) {
  await cache().forget("*");
  return currentMarket({ ...visitorCtx(), now: () => later(seconds) });
}
const settings = () => givenEnv({ ...pointedAt(server.url) });
/** Feeds with circuits of their own, so that one test's failures don't open another's. */
const refresh = (seconds: number) => {
  const feeds = buildFeeds(settings()).live;
  return refreshMarketFrom(() => feeds).execute(at(seconds), {});
};
const down = { text: "down", status: 404 } as const;

beforeEach(async () => {
  await sql`truncate market_readings, market_feeds, network_snapshots, market_analytics, market_days, difficulty_epochs`;
  server.set(marketPayloads());
  server.asked.length = 0;
});

describe("with all sources there", () => {
  test("every figure is live, from the first source of its order", async () => {
    const { faults, snapshot } = await refresh(0);
    expect(faults).toEqual([]);
    expect(snapshot).toBe(true);
    expect(await market()).toMatchObject({
      btc_price: { value: 95_000, source: "coingecko", as_of: "2025-12-31T23:59:40.000Z", state: "live" },
      change_24h_pct: { value: -1.5, source: "coingecko", state: "live" },
      difficulty: { value: 148_258_433_855_481, source: "blockchain.info", state: "live" },
      network_hashrate_ehs: { value: 1_061.267, source: "blockchain.info", state: "live" },
      block_interval_s: { value: 600, source: "blockchain.info", state: "live" },
      block_height: { value: 930_400, source: "mempool.space", state: "live" },
      block_subsidy_sats: { value: 312_500_000, source: "mempool.space", state: "live" },
      fees_sats_per_block: { value: 2_500_000, source: "mempool.space", state: "live" },
      fear_greed_index: { value: 23, source: "alternative.me", state: "live" },
      mempool: { transactions: 12_000, source: "mempool.space", state: "live" },
      next_difficulty_change: { change_pct: 2.25, remaining_blocks: 998, locked: false, state: "live" },
    });
  });

  test("each call keeps its own rhythm, and the last resort is not asked", async () => {
    await refresh(0);
    const asked = () => server.asked.map(({ path }) => path);
    expect(asked()).not.toContain("/v1/api/profitability/");
    server.asked.length = 0;
    await refresh(29.5);
    expect(asked()).toEqual(["/api/v3/simple/price"]);
    server.asked.length = 0;
    await refresh(60);
    expect(asked().sort()).toEqual([
      "/api/blocks/tip/height",
      "/api/v1/prices",
      "/api/v3/simple/price",
      "/api/v3/ticker/24hr",
      "/api/v5/market/ticker",
      "/rpc",
    ]);
  });

  test("network history gets a point every ten minutes, thinned to ten a day with the last kept", async () => {
    for (let minute = 0; minute < 24 * 60; minute += 20) {
      server.set(marketPayloads(later(minute * 60)));
      await refresh(minute * 60);
    }
    const points = await sql<{ at: Date }>`select recorded_at as at from network_snapshots order by 1`;
    expect(points).toHaveLength(10);
    expect(points.at(-1)?.at).toEqual(later(23 * 3600 + 40 * 60));
    const gaps = points.slice(1).map((point, index) => point.at.getTime() - (points[index]?.at.getTime() ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(6 * 3_600_000);
    expect(await sql`select 1 from market_analytics`).toHaveLength(10);
    const days = await sql`select series, value, origin from market_days where day = '2026-01-01' order by series`;
    expect(days).toContainEqual({ series: "btc_price", value: 95_000, origin: "live" });
    expect(await thinSnapshots.execute(at(0), {})).toEqual({ snapshots: 0, analytics: 0 });
  }, 120_000);
});

describe("when sources fail", () => {
  test("the next in order serves, and none blocks another", async () => {
    const order = ["coingecko", "binance", "okx", "mempool.space", "blockchain.info", "coinwarz"] as const;
    const paths = ["/api/v3/simple/price", "/api/v3/ticker/24hr", "/api/v5/market/ticker", "/api/v1/prices", "/stats"];
    for (const [index, source] of order.entries()) {
      await sql`truncate market_readings, market_feeds`;
      server.set(Object.fromEntries(paths.slice(0, index).map((path) => [path, down])));
      await refresh(0);
      // The last resort is asked in the round after the others have failed.
      await refresh(1);
      expect((await market(1)).btc_price, source).toMatchObject({ source, state: "live" });
    }
  });

  test("a figure that nobody brings any more is stale, never gone", async () => {
    await refresh(0);
    server.set(Object.fromEntries(Object.keys(marketPayloads()).map((path) => [path, down])));
    for (const seconds of [600, 1200, 3600]) await refresh(seconds);
    expect(await market(3600)).toMatchObject({
      btc_price: { value: 95_010.5, source: "binance", state: "stale" },
      difficulty: { state: "stale", source: "mempool.space" },
      network_hashrate_ehs: { state: "stale" },
      block_subsidy_sats: { value: 312_500_000, state: "stale" },
    });
  });

  test("hashrate and the next change are estimated from what is live", async () => {
    await refresh(0);
    server.set({ "/stats": down, "/api/v1/mining/hashrate/3m": down, "/api/v1/difficulty-adjustment": down });
    const chain = { chain: "main", blocks: 930_400, difficulty: 148_258_433_855_481.3, initialblockdownload: false };
    const node = { json: { result: { ...chain, time: NOW.getTime() / 1000 + 3_000 }, id: 1 } };
    server.set({ "/rpc": (asked) => (asked.body.includes("getmininginfo") ? down : node) });
    for (const seconds of [1800, 3600, 3660]) await refresh(seconds);
    const { network_hashrate_ehs, next_difficulty_change, block_interval_s } = await market(3660);
    expect(network_hashrate_ehs).toMatchObject({ source: "ankr", state: "estimated" });
    expect(network_hashrate_ehs.value).toBeCloseTo(1_061.27, 1);
    expect(block_interval_s.value).toBeNull();
    // 1024 blocks into the epoch that began 25 hours before NOW.
    expect(next_difficulty_change).toMatchObject({ state: "estimated", remaining_blocks: 992, locked: false });
  });

  test("an absurd value is not believed, and the source counts as failed", async () => {
    await refresh(0);
    server.set({ "/api/v3/simple/price": { json: { bitcoin: { usd: 9.5, last_updated_at: NOW.getTime() / 1000 } } } });
    const { faults } = await refresh(30);
    expect(faults).toMatchObject([{ feed: "coingecko/price", kind: "implausible" }]);
    server.set({
      "/api/v3/simple/price": { json: { bitcoin: { usd: 190_000, last_updated_at: NOW.getTime() / 1000 } } },
    });
    await refresh(120);
    expect((await market(130)).btc_price).toMatchObject({ value: 95_010.5, source: "binance", state: "live" });
  });

  test("a clock that is wrong doesn't make an old value young", async () => {
    const stamped = (seconds: number) => ({
      "/api/v3/simple/price": { json: { bitcoin: { usd: 95_100, last_updated_at: NOW.getTime() / 1000 + seconds } } },
    });
    server.set(stamped(3_600));
    expect((await refresh(0)).faults).toMatchObject([{ feed: "coingecko/price", kind: "implausible" }]);
    expect((await market()).btc_price.source).toBe("binance");
    server.set(stamped(60));
    await refresh(30);
    expect((await market(30)).btc_price).toMatchObject({ source: "coingecko", as_of: later(30).toISOString() });
    server.set(stamped(-86_400));
    await refresh(130);
    expect((await market(160)).btc_price).toMatchObject({ source: "binance", state: "live" });
  });

  test("a source that asks for patience gets it", async () => {
    server.set({ "/api/v3/simple/price": { text: "slow down", status: 429, headers: { "retry-after": "900" } } });
    await refresh(0);
    server.asked.length = 0;
    await refresh(600);
    expect(server.asked.map(({ path }) => path)).not.toContain("/api/v3/simple/price");
    await cache().forget("*");
    const { feeds } = await getNetworkData.execute({ ...visitorCtx(), now: () => later(600) }, {});
    expect(feeds.find(({ feed }) => feed === "coingecko/price")).toMatchObject({
      failures: 1,
      fault: "status",
      next_try_at: later(900).toISOString(),
      last_ok_at: null,
    });
  });
});

test("before any answer: the built-in defaults; with a stored snapshot: that one", async () => {
  expect(await market()).toMatchObject({
    btc_price: { value: 86_303.18, source: "built-in", as_of: "2026-10-05T09:39:20.000Z", state: "default" },
    change_24h_pct: { value: null, state: "default" },
    next_difficulty_change: { change_pct: null, state: "default" },
  });
  await sql`insert into network_snapshots (btc_price, difficulty, hashrate, recorded_at)
            values (70000, 140000000000000, 1000, '2025-12-30T00:00:00Z')`;
  expect(await market()).toMatchObject({
    btc_price: { value: 70_000, source: "snapshot", as_of: "2025-12-30T00:00:00.000Z", state: "stale" },
    network_hashrate_ehs: { value: 1_000, source: "snapshot", state: "stale" },
    block_height: { state: "default" },
  });
});
