import { afterAll, beforeAll, expect, it } from "vitest";
import { hashpriceUsdPerPhDay } from "@/lib/kernel/bitcoin/hashprice";
import { getTechnicalIndicators } from "@/lib/market/use-cases/get-technical-indicators";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { getAnalyticsData } from "./get-analytics-data";
import { simulateCurtailment } from "./simulate-curtailment";

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await ownDatabase();
  const rows = ["2026-01-01", "2026-01-02", "2026-01-03"].flatMap((day, index) => [
    ["btc_price", day, 90_000 + 10_000 * index],
    ["difficulty", day, 1.25e14],
    ["block_height", day, 930_000 + 144 * (index + 1)],
    ["block_count", day, 144],
    ["fees_btc", day, 7.2],
  ]);
  await query(
    `insert into market_days (series, day, value, origin, source, updated_at)
     select series, day::date, value, 'imported', 'test', now()
     from unnest($1::text[], $2::text[], $3::float8[]) as given (series, day, value)`,
    [rows.map(([series]) => series), rows.map(([, day]) => day), rows.map(([, , value]) => value)],
  );
}, 120_000);
afterAll(() => drop());

const ask = async (start: string, hours: number) =>
  simulateCurtailment.execute((await testTenant()).ctx("owner"), {
    start,
    hours: Array.from({ length: hours }, () => ({ price_usd_per_mwh: 0 })),
    machines: [{ id: "a", hashrate_th: 1000, power_w: 17_500, quantity: 1 }],
    pool_fee_pct: 0,
    min_off_hours: 0,
    restart_minutes: 0,
  });

// 312,500,000 new satoshi and 5,000,000 of fees a block.
const hashprice = (price: number) => hashpriceUsdPerPhDay(1.25e14, 317_500_000, price);

it("tells what mining stood on, day by day, and no further than it knows", async () => {
  const ctx = (await testTenant()).ctx("owner");
  const all = await getAnalyticsData.execute(ctx, { timeframe: "all" });
  expect(all).toMatchObject({
    from: "2026-01-01",
    to: "2026-01-03",
    known: { from: "2026-01-01", to: "2026-01-03" },
    carried_days: [],
    market: { btc_price: { source: "test", origins: [{ origin: "imported", days: 3 }] } },
  });
  expect(all.days[1]).toEqual({
    date: "2026-01-02",
    btc_price: 100_000,
    difficulty: 1.25e14,
    hashprice_usd_per_ph_day: hashprice(100_000),
    block_subsidy_sats: 312_500_000,
    fees_sats_per_block: 5_000_000,
  });
  const part = await getAnalyticsData.execute(ctx, { from: "2025-12-01", to: "2026-01-02" });
  expect(part.days).toEqual(all.days.slice(0, 2));
  const outside = await getAnalyticsData.execute(ctx, { from: "2026-02-01" });
  expect(outside).toMatchObject({ from: null, to: null, days: [], market: null, known: all.known });
  await expect(getAnalyticsData.execute(ctx, { from: "2026-01-03", to: "2026-01-01" })).rejects.toMatchObject({
    details: { errors: [{ path: "to", message: "Not before from." }] },
  });
});

it("has indicators of hashprice and difficulty in the exact stretch that was asked for", async () => {
  const ctx = (await testTenant()).ctx("owner");
  const stretch = { from: "2026-01-02", to: "2026-01-03" };
  const indicators = await getTechnicalIndicators.execute(ctx, { series: "hashprice", ...stretch });
  expect(indicators).toMatchObject({ series: "hashprice", timeframe: null, source: "test", state: "stale" });
  expect(indicators.points.map(({ date, close }) => [date, close])).toEqual([
    ["2026-01-02", hashprice(100_000)],
    ["2026-01-03", hashprice(110_000)],
  ]);
  expect(indicators.latest?.date).toBe("2026-01-03");
  const difficulty = await getTechnicalIndicators.execute(ctx, { series: "difficulty", to: "2026-01-01" });
  expect(difficulty.points).toMatchObject([{ date: "2026-01-01", close: 1.25e14 }]);
});

it("pays each hour by its day, and all by today's where a day isn't known", async () => {
  const answer = await ask("2026-01-01T22:00:00Z", 4);
  const usd = (price: number) => hashprice(price) / 24;
  expect(answer.hashprice_source).toBe("history");
  expect(answer.schedule.map(({ profit_usd }) => profit_usd)).toEqual(
    [90_000, 90_000, 100_000, 100_000].map((price) => expect.closeTo(usd(price), 9)),
  );
  expect(answer.hashprice_usd_per_ph_day).toBeCloseTo(24 * usd(95_000), 9);
  const beyond = await ask("2026-01-03T22:00:00Z", 4);
  expect(beyond.hashprice_source).not.toBe("history");
  expect(new Set(beyond.schedule.map(({ profit_usd }) => profit_usd)).size).toBe(1);
});
