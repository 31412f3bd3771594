import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { catalogue, seedCatalogue } from "@/lib/machines";
import { buildFeeds } from "@/lib/market/adapters/market-feeds";
import { currentMarket } from "@/lib/market/use-cases/current-market";
import { getHashrateAnalysis } from "@/lib/market/use-cases/get-hashrate-analysis";
import { getMarketData } from "@/lib/market/use-cases/get-market-data";
import { getNetworkData } from "@/lib/market/use-cases/get-network-data";
import { getTechnicalIndicators } from "@/lib/market/use-cases/get-technical-indicators";
import { getDifficultyTrend, getPriceTrend } from "@/lib/market/use-cases/get-trend";
import { refreshMarketFrom } from "@/lib/market/use-cases/refresh-market";
import { seedSimulatedHistory } from "@/lib/market/use-cases/seed-simulated-history";
import { cache, closeCache } from "@/lib/platform/cache";
import { givenEnv } from "@/lib/testing/given-env";
import { marketPayloads, pointedAt } from "@/lib/testing/market-payloads";
import { ownDatabase } from "@/lib/testing/own-database";
import { redisSuite } from "@/lib/testing/redis-suite";
import { replayServer } from "@/lib/testing/replay-server";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";

redisSuite("what one process has cached, another serves as it was", (redis) => {
  let dropDatabase: () => Promise<void>;
  beforeAll(async () => {
    process.env.REDIS_URL = redis().url;
    vi.useFakeTimers({ now: new Date("2026-01-01T12:00:00Z"), toFake: ["Date"] });
    dropDatabase = await ownDatabase();
    const server = await replayServer(marketPayloads(new Date()));
    const feeds = buildFeeds(givenEnv({ ...pointedAt(server.url) })).live;
    await seedSimulatedHistory.execute(systemCtx("test"), { days: 400 });
    await seedCatalogue.execute(systemCtx("test"), {});
    await refreshMarketFrom(() => feeds).execute(systemCtx("test"), {});
    await server.close();
  }, 60_000);
  afterAll(async () => {
    vi.useRealTimers();
    await closeCache();
    await dropDatabase();
  });

  test.each<[string, () => Promise<unknown>]>([
    ["the market", () => currentMarket(visitorCtx())],
    ["market data", () => getMarketData.execute(visitorCtx(), {})],
    ["network data", () => getNetworkData.execute(visitorCtx(), {})],
    ["the price's trend", () => getPriceTrend.execute(visitorCtx(), { timeframe: "90d" })],
    ["the difficulty's trend", () => getDifficultyTrend.execute(visitorCtx(), { timeframe: "1y" })],
    ["indicators", () => getTechnicalIndicators.execute(visitorCtx(), { series: "hashprice" })],
    ["hashrate", () => getHashrateAnalysis.execute(visitorCtx(), { timeframe: "90d" })],
    ["the catalogue", () => catalogue(visitorCtx())],
  ])("%s", async (_, read) => {
    await redis().flush();
    await closeCache();
    const loaded = await read();
    expect(cache().counters()).toMatchObject({ hits: 0, errors: 0, down: 0, late: 0 });
    await closeCache();
    expect(await read()).toEqual(loaded);
    expect(cache().counters()).toMatchObject({ misses: 0, loads: 0, errors: 0 });
    expect(cache().counters().hits).toBeGreaterThan(0);
  });
});
