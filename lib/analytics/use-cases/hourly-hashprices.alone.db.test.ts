import { afterAll, beforeAll, expect, it } from "vitest";
import { hashpriceUsdPerPhDay } from "@/lib/kernel/bitcoin/hashprice";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
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

it("pays each hour by its day, and all by today's where a day isn't known", async () => {
  const answer = await ask("2026-01-01T22:00:00Z", 4);
  // 312,500,000 new satoshi and 5,000,000 of fees a block.
  const usd = (price: number) => hashpriceUsdPerPhDay(1.25e14, 317_500_000, price) / 24;
  expect(answer.hashprice_source).toBe("history");
  expect(answer.schedule.map(({ profit_usd }) => profit_usd)).toEqual(
    [90_000, 90_000, 100_000, 100_000].map((price) => expect.closeTo(usd(price), 9)),
  );
  expect(answer.hashprice_usd_per_ph_day).toBeCloseTo(24 * usd(95_000), 9);
  const beyond = await ask("2026-01-03T22:00:00Z", 4);
  expect(beyond.hashprice_source).not.toBe("history");
  expect(new Set(beyond.schedule.map(({ profit_usd }) => profit_usd)).size).toBe(1);
});
