import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { givenEnv } from "@/lib/testing/given-env";
import { marketPayloads, NOW, pointedAt } from "@/lib/testing/market-payloads";
import { type Replay, type ReplayServer, replayServer } from "@/lib/testing/replay-server";
import { isLive } from "../core/choose";
import { FIGURES } from "../core/figures";
import { judgeRound } from "../core/judge-round";
import { buildFeeds, type MarketFeeds } from "./market-feeds";
import { readFeed } from "./read-feed";

let server: ReplayServer;
let feeds: MarketFeeds;
beforeAll(async () => {
  server = await replayServer();
  feeds = buildFeeds(givenEnv({ ...pointedAt(server.url) }));
});
afterAll(() => server.close());
beforeEach(() => {
  server.set(marketPayloads());
  server.asked.length = 0;
});

const feed = (id: string) => {
  const found = [...feeds.live, ...feeds.history].find((one) => one.id === id);
  if (!found) throw new Error(`no feed ${id}`);
  return found;
};
const read = async (id: string) => {
  const { readings, ...rest } = await feed(id).read();
  return { ...rest, ...Object.fromEntries(readings.map(({ figure, value, asOf }) => [figure, { value, asOf }])) };
};
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe("each source in its own units and clock", () => {
  test("CoinGecko: dollars, change and seconds", async () => {
    expect(await read("coingecko/price")).toEqual({
      btc_price: { value: 95_000, asOf: ago(20) },
      change_24h_pct: { value: -1.5, asOf: ago(20) },
    });
    expect(server.asked[0]?.query.get("vs_currencies")).toBe("usd");
  });

  test("Binance: decimals in strings, milliseconds", async () => {
    expect(await read("binance/ticker")).toMatchObject({
      btc_price: { value: 95_010.5, asOf: ago(0.04) },
      change_24h_pct: { value: -1.45 },
    });
  });

  test("OKX: the change is against open24h", async () => {
    const { btc_price, change_24h_pct } = (await read("okx/ticker")) as never as Record<string, { value: number }>;
    expect(btc_price?.value).toBe(95_020.1);
    expect(change_24h_pct?.value).toBeCloseTo((95_020.1 / 96_000 - 1) * 100, 9);
  });

  test("mempool.space: a bare number, H/s, milliseconds, ratios and sums in strings", async () => {
    expect(await read("mempool.space/prices")).toEqual({ btc_price: { value: 94_980, asOf: ago(60) } });
    expect(await read("mempool.space/tip")).toEqual({ block_height: { value: 930_400, asOf: null } });
    expect(await read("mempool.space/difficulty-adjustment")).toEqual({
      next_adjustment: {
        asOf: null,
        value: {
          progress_pct: 50.5,
          change_pct: 2.25,
          remaining_blocks: 998,
          expected_at: "2026-01-07T22:20:00.000Z",
          locked: false,
        },
      },
    });
    expect(await read("mempool.space/reward-stats")).toEqual({ fees_sats_per_block: { value: 2_500_000, asOf: null } });
    const { epochs, ...network } = await read("mempool.space/hashrate");
    expect(network).toEqual({
      difficulty: { value: 148_258_433_855_481.3, asOf: null },
      network_hashrate_ehs: { value: 1_060, asOf: null },
    });
    expect(epochs?.[1]).toMatchObject({ startHeight: 929_376, startTime: ago(90_000) });
    expect(epochs?.[1]?.changePct).toBeCloseTo(0.1746, 9);
    expect(await read("mempool.space/mempool")).toMatchObject({
      mempool: { value: { transactions: 12_000, hour_sat_vb: 2.1 } },
    });
  });

  test("mempool.space: an older instance sends seconds, the documentation calls time timestamp", async () => {
    server.set({
      "/api/v1/difficulty-adjustment": {
        json: {
          progressPercent: 44.4,
          difficultyChange: 98.5,
          estimatedRetargetDate: 1_627_762_478,
          remainingBlocks: 1,
        },
      },
      "/api/v1/mining/hashrate/3m": {
        json: {
          difficulty: [
            { timestamp: 1_652_468_330, height: 736_249, difficulty: 3e13 },
            { timestamp: 1_652_468_330, height: 735_840, difficulty: 3e13 },
          ],
          currentHashrate: 2.5e20,
          currentDifficulty: 3e13,
        },
      },
    });
    expect(await read("mempool.space/difficulty-adjustment")).toMatchObject({
      next_adjustment: { value: { expected_at: "2021-07-31T20:14:38.000Z", locked: true } },
    });
    const { epochs } = await read("mempool.space/hashrate");
    expect(epochs).toEqual([
      { startHeight: 735_840, startTime: new Date(1_652_468_330_000), difficulty: 3e13, changePct: null },
    ]);
  });

  test("Blockchain.info: GH/s, a float of milliseconds, a count of blocks, and no fees", async () => {
    const answer = await read("blockchain.info/stats");
    expect(answer).toEqual({
      btc_price: { value: 95_005.5, asOf: ago(45) },
      difficulty: { value: 148_258_433_855_481, asOf: ago(45) },
      network_hashrate_ehs: { value: 1_061.267, asOf: ago(45) },
      block_interval_s: { value: 600, asOf: ago(45) },
      block_height: { value: 930_400, asOf: ago(45) },
    });
  });

  test("Ankr: JSON-RPC by POST; an error inside a 200 is an error", async () => {
    expect(await read("ankr/blockchain")).toEqual({
      block_height: { value: 930_400, asOf: ago(240) },
      difficulty: { value: 148_258_433_855_481.3, asOf: ago(240) },
    });
    expect(await read("ankr/mining")).toEqual({ network_hashrate_ehs: { value: 1_060.5, asOf: null } });
    expect(server.asked[0]).toMatchObject({ method: "POST", path: "/rpc" });
    server.set({ "/rpc": { json: { result: null, error: { code: -32000, message: "no" }, id: 1 } } });
    expect((await readFeed(feed("ankr/blockchain"))).fault?.kind).toBe("shape");
  });

  test("CoinWarz: Bitcoin among the coins, the key in the query and never in a fault", async () => {
    expect(await read("coinwarz/profitability")).toEqual({
      btc_price: { value: 95_040, asOf: null },
      difficulty: { value: 148_258_433_855_481.3, asOf: null },
      block_height: { value: 930_400, asOf: null },
    });
    expect(server.asked[0]?.query.get("apikey")).toBe("test-key");
    server.set({ "/v1/api/profitability/": { json: { Success: false, Message: "limit reached" } } });
    const { fault } = await readFeed(feed("coinwarz/profitability"));
    expect(fault?.kind).toBe("shape");
    expect(JSON.stringify(fault)).not.toContain("test-key");
  });

  test("Alternative.me: numbers in strings, the newest row", async () => {
    expect(await read("alternative.me/fng")).toEqual({ fear_greed_index: { value: 23, asOf: NOW } });
  });

  test("another pair, another instrument and a missing coin are refused", async () => {
    server.set({
      "/api/v3/ticker/24hr": { json: { symbol: "LTCBTC", lastPrice: "4.0", priceChangePercent: "1", closeTime: 1 } },
      "/api/v5/market/ticker": {
        json: { code: "0", data: [{ instId: "BTC-USD-SWAP", last: "9", open24h: "9", ts: "1" }] },
      },
      "/api/v3/simple/price": { json: { ethereum: { usd: 1_498.64 } } },
    });
    for (const id of ["binance/ticker", "okx/ticker", "coingecko/price"])
      expect((await readFeed(feed(id))).fault?.kind, id).toBe("shape");
  });
});

describe("history", () => {
  test("the last value of each day, in the units of the series, without the days that have none", async () => {
    expect((await feed("coingecko/market-chart").read()).days).toEqual([
      { series: "btc_price", day: "2025-12-30", value: 94_000 },
      { series: "btc_price", day: "2025-12-31", value: 94_900 },
    ]);
    expect((await feed("blockchain.info/market-price").read()).days).toEqual([
      { series: "btc_price", day: "2025-12-31", value: 94_550 },
    ]);
    expect((await feed("blockchain.info/hash-rate").read()).days).toEqual([
      { series: "network_hashrate", day: "2025-12-31", value: 1_055 },
    ]);
    expect((await feed("mempool.space/hashrate-history").read()).days).toEqual([
      { series: "network_hashrate", day: "2025-12-31", value: 1_050 },
    ]);
    expect((await feed("mempool.space/historical-price").read()).days).toHaveLength(1);
    expect((await feed("alternative.me/fng-history").read()).days).toHaveLength(2);
    expect((await feed("mempool.space/difficulty-adjustments").read()).epochs).toHaveLength(2);
  });
});

describe("every feed", () => {
  const noRetry = { retries: 0, breakAfter: 1_000 };
  const at = (url: string, timeoutMs = 8_000) => buildFeeds(givenEnv({ ...pointedAt(url) }), { ...noRetry, timeoutMs });
  const everyFeed = at("http://127.0.0.1:1");
  const ids = [...everyFeed.live, ...everyFeed.history].map(({ id }) => id);
  const one = (id: string, timeoutMs?: number) => {
    const built = at(server.url, timeoutMs);
    return [...built.live, ...built.history].find((candidate) => candidate.id === id) ?? feed(id);
  };

  test.each(ids)("%s gives a fault, not an exception, whatever comes", async (id) => {
    await readFeed(one(id));
    const { path = "", method } = server.asked[0] ?? {};
    const emptyList = id === "mempool.space/difficulty-adjustments" ? "none" : "shape";
    const faults: [Replay, string][] = [
      [{ text: "slow down", status: 429, headers: { "retry-after": "30" } }, "status"],
      [{ text: "oops", status: 500 }, "status"],
      [{ text: "forbidden", status: 451 }, "status"],
      [{ text: "", status: 301, headers: { location: "/" } }, "redirect"],
      [{ slow: '{"half":' }, "timeout"],
      [{ cut: '{"half":' }, "network"],
      [{ reset: true }, "network"],
      [{ text: "<html>maintenance</html>" }, "not_json"],
      [{ json: { unexpected: true } }, "shape"],
      [{ json: "text" }, "shape"],
      [{ json: null }, "shape"],
      [{ json: [] }, emptyList],
    ];
    for (const [answer, kind] of faults) {
      server.set({ [path]: answer });
      const { fault } = await readFeed(one(id, kind === "timeout" ? 60 : undefined));
      expect(fault?.kind ?? "none", `${method} ${path} ${JSON.stringify(answer)}`).toBe(kind);
    }
  });

  test.each(everyFeed.live.map(({ id }) => id))("%s: an absurd value is not believed", async (id) => {
    for (const factor of [-1, 1e15]) {
      server.set(
        Object.fromEntries(Object.entries(marketPayloads()).map(([path, route]) => [path, scaled(route, factor)])),
      );
      const { answer, fault } = await readFeed(one(id));
      const readings = answer?.readings ?? [];
      expect(fault?.kind === "shape" || readings.length > 0).toBe(true);
      expect(judgeRound([{ feed: id, source: one(id).source, readings }], [], NOW).believed).toEqual([]);
    }
  });

  test.each(everyFeed.live.map(({ id }) => id))(
    "%s: a clock an hour ahead is not believed, one a day behind is not live",
    async (id) => {
      const judged = async (hours: number) => {
        server.set(marketPayloads(new Date(NOW.getTime() + hours * 3_600_000)));
        const readings = (await one(id).read()).readings.filter((reading) => reading.asOf !== null);
        return judgeRound([{ feed: id, source: one(id).source, readings }], [], NOW).believed;
      };
      expect(await judged(1.2)).toEqual([]);
      expect((await judged(-72)).filter((reading) => isLive(reading, NOW))).toEqual([]);
    },
  );

  test("is polled at least as often as its figures must be fresh, the last resort apart", () => {
    for (const { figures, everyS, lastResort, source } of everyFeed.live) {
      for (const figure of figures) {
        const isFirst = FIGURES[figure].sources[0] === source;
        if (isFirst && !lastResort) expect(everyS).toBeLessThanOrEqual(FIGURES[figure].freshS);
      }
    }
  });

  test("every source of a figure has a feed that brings it", () => {
    for (const [figure, { sources }] of Object.entries(FIGURES)) {
      const bring = everyFeed.live.filter(({ figures }) => (figures as readonly string[]).includes(figure));
      expect(bring.map(({ source }) => source).sort()).toEqual([...sources].sort());
    }
  });

  test("NETWORK=off has none, and without a key CoinWarz isn't asked", () => {
    const base = { DATABASE_URL: "postgres://x/y" };
    expect(buildFeeds(givenEnv({ ...base, NETWORK: "off" }))).toEqual({ live: [], history: [] });
    expect(buildFeeds(givenEnv(base)).live.some(({ source }) => source === "coinwarz")).toBe(false);
  });
});

/** The same answer with every number multiplied, those in strings too. */
function scaled(route: Replay, factor: number): Replay {
  if (typeof route === "function")
    return (asked) => scaled(route(asked), factor) as Exclude<Replay, (...a: never) => unknown>;
  if ("text" in route) return { ...route, text: String(Number(route.text) * factor) };
  return "json" in route ? { ...route, json: scaledValue(route.json, factor) } : route;
}
function scaledValue(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (typeof value === "string" && /^-?[\d.]+$/.test(value) && value !== "0") return String(Number(value) * factor);
  if (Array.isArray(value)) return value.map((item) => scaledValue(item, factor));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scaledValue(item, factor)]));
  return value;
}
