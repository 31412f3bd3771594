import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import * as btcPrice from "@/app/api/btc-price/route";
import * as difficultyTrend from "@/app/api/difficulty-trend/route";
import * as hashrateAnalysis from "@/app/api/hashrate-analysis/route";
import * as marketData from "@/app/api/market-data/route";
import * as networkData from "@/app/api/network-data/route";
import * as networkStats from "@/app/api/network-stats/route";
import * as plainBreakEven from "@/app/api/plain/break-even/route";
import * as plainBtcPrice from "@/app/api/plain/btc-price/route";
import * as plainDifficulty from "@/app/api/plain/difficulty/route";
import * as plainHashprice from "@/app/api/plain/hashprice/route";
import * as plainNextChange from "@/app/api/plain/next-difficulty-change/route";
import * as priceTrend from "@/app/api/price-trend/route";
import * as technicalIndicators from "@/app/api/technical-indicators/route";
import { hashpriceUsdPerPhDay } from "@/lib/kernel/bitcoin/hashprice";
import { cache } from "@/lib/platform/cache";
import { givenEnv } from "@/lib/testing/given-env";
import { marketPayloads, pointedAt } from "@/lib/testing/market-payloads";
import { ownDatabase } from "@/lib/testing/own-database";
import { type ReplayServer, replayServer } from "@/lib/testing/replay-server";
import { sql } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { buildFeeds } from "../adapters/market-feeds";
import * as contract from "../contract";
import { refreshMarketFrom } from "./refresh-market";
import { seedSimulatedHistory } from "./seed-simulated-history";

type Route = { GET: (request: Request) => Promise<Response> };
let dropDatabase: () => Promise<void>;
let server: ReplayServer;
beforeAll(async () => {
  // Midday, so that an answer of a minute ago is of the same day.
  vi.useFakeTimers({ now: new Date("2026-01-01T12:00:00Z"), toFake: ["Date"] });
  dropDatabase = await ownDatabase();
  server = await replayServer(marketPayloads(new Date()));
  const feeds = buildFeeds(givenEnv({ ...pointedAt(server.url) })).live;
  await seedSimulatedHistory.execute(systemCtx("test"), { days: 400 });
  await refreshMarketFrom(() => feeds).execute(systemCtx("test"), {});
}, 60_000);
afterAll(async () => {
  vi.useRealTimers();
  await server.close();
  await dropDatabase();
});
beforeEach(() => cache().forget("*"));

const get = (route: Route, query = "") => route.GET(new Request(`http://localhost/${query}`));
/** The answer, with no field that its contract doesn't name. */
async function json<S extends z.ZodObject>(route: Route, schema: S, query = ""): Promise<z.output<S>> {
  const response = await get(route, query);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+$/);
  return schema.strict().parse(await response.json()) as z.output<S>;
}

describe("now", () => {
  test("GET /api/btc-price", async () => {
    expect(await json(btcPrice, contract.BtcPrice)).toMatchObject({
      price: 95_000,
      change_24h_pct: -1.5,
      source: "coingecko",
      state: "live",
    });
  });

  test("GET /api/network-stats", async () => {
    const stats = await json(networkStats, contract.NetworkStats);
    expect(stats.difficulty).toMatchObject({ value: 148_258_433_855_481, source: "blockchain.info", state: "live" });
    expect(stats.next_difficulty_change).toMatchObject({
      progress_pct: 50.5,
      change_pct: 2.25,
      remaining_blocks: 998,
      locked: false,
      source: "mempool.space",
    });
    expect(stats.hashprice_usd_per_ph_day).toMatchObject({
      value: hashpriceUsdPerPhDay(148_258_433_855_481, 315_000_000, 95_000),
      source: "computed",
      state: "live",
    });
  });

  test("GET /api/network-data and /api/market-data", async () => {
    const data = await json(networkData, contract.NetworkData);
    expect(data.snapshots).toMatchObject([
      { btc_price: 95_000, block_height: 930_400, fees_sats_per_block: 2_500_000 },
    ]);
    expect(data.feeds.every(({ failures, fault }) => failures === 0 && fault === null)).toBe(true);
    const market = await json(marketData, contract.MarketData);
    expect(market.fear_greed_index).toMatchObject({ value: 23, state: "live" });
    expect(market.history).toMatchObject([{ btc_price: 95_000, fear_greed_index: 23 }]);
  });
});

describe("history", () => {
  test("a simulated day makes the whole answer simulated, and says which days", async () => {
    const trend = await json(priceTrend, contract.Trend, "?timeframe=30d");
    expect(trend).toMatchObject({ timeframe: "30d", unit: "US dollars", state: "simulated" });
    expect(trend.points).toHaveLength(31);
    expect(trend.points.at(-1)?.value).toBe(95_000);
    expect(trend.origins).toMatchObject([
      { origin: "simulated", days: 30 },
      { origin: "live", source: "coingecko", days: 1 },
    ]);
    expect(trend.change_pct).toBeCloseTo((95_000 / (trend.points[0]?.value ?? 0) - 1) * 100, 9);
  });

  test("every timeframe, and the usual one without a word", async () => {
    const lengths = [];
    for (const timeframe of ["7d", "30d", "90d", "1y", "5y", "all"])
      lengths.push((await json(difficultyTrend, contract.Trend, `?timeframe=${timeframe}`)).points.length);
    expect(lengths).toEqual([8, 31, 91, 366, 401, 401]);
    expect((await json(priceTrend, contract.Trend)).timeframe).toBe("30d");
  });

  test("GET /api/technical-indicators has its first days' values too", async () => {
    const answer = await json(technicalIndicators, contract.TechnicalIndicators, "?timeframe=7d");
    expect(answer.points).toHaveLength(8);
    expect(Object.values(answer.points[0] ?? {})).not.toContain(null);
    expect(answer.latest).toEqual(answer.points.at(-1));
  });

  test("GET /api/hashrate-analysis: the gap, and the part of it that is luck", async () => {
    const answer = await json(hashrateAnalysis, contract.HashrateAnalysis);
    expect(answer.current).toMatchObject({ value: 1_061.267, source: "blockchain.info" });
    expect(answer.gap_pct).toBeCloseTo(0, 2);
    expect(answer.luck_pct).toBe(0);
    expect(answer.points.every(({ mean_7d }) => mean_7d !== null)).toBe(true);
    expect(answer.state).toBe("simulated");
  });

  test.each([priceTrend, difficultyTrend, technicalIndicators, hashrateAnalysis])(
    "refuses what it doesn't know",
    async (route) => {
      const response = await get(route, "?timeframe=2w");
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        errors: [{ path: "timeframe", message: "must be one of 7d, 30d, 90d, 1y, 5y, all" }],
      });
      expect((await get(route, "?timeframe=7d&limit=5")).status).toBe(422);
      expect((await get(route, "?timeframe=7d&timeframe=30d")).status).toBe(400);
    },
  );
});

describe("plain doors", () => {
  const hashprice = hashpriceUsdPerPhDay(148_258_433_855_481, 315_000_000, 95_000);
  test.each<[string, Route, string, number]>([
    ["btc-price", plainBtcPrice, "", 95_000],
    ["difficulty", plainDifficulty, "", 148_258_433_855_481],
    ["hashprice", plainHashprice, "", hashprice],
    ["next-difficulty-change", plainNextChange, "", 2.25],
    ["break-even", plainBreakEven, "?efficiency=17.5", hashprice / (17.5 * 0.024)],
  ])("%s is one number and no more", async (_, route, query, value) => {
    const response = await get(route, query);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(await response.text()).toBe(String(value));
  });

  test.each(["", "?efficiency=0", "?efficiency=-5", "?efficiency=abc", "?efficiency=1e9", "?efficiency="])(
    "break-even refuses %j",
    async (query) => {
      const response = await get(plainBreakEven, query);
      expect(response.status).toBe(422);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    },
  );

  test("a number that nobody has said is 503, not a zero", async () => {
    await sql`delete from market_readings where figure = 'next_adjustment'`;
    await sql`truncate difficulty_epochs`;
    await cache().forget("*");
    const response = await get(plainNextChange);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ code: "unavailable", request_id: expect.any(String) });
  });
});
