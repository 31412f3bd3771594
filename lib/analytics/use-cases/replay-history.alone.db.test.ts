import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST } from "@/app/api/analytics/historical-replay/route";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import { isoDate } from "@/lib/kernel/calendar";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { ownDatabase } from "@/lib/testing/own-database";
import { hasRecordedData, recordedPath } from "@/lib/testing/recorded-data";
import { query, sql } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { importFile } from "@/scripts/history/import-file";
import { findKnownRange } from "./find-known-range";
import { replayHistory } from "./replay-history";

let drop: () => Promise<void>;
beforeAll(async () => {
  drop = await ownDatabase();
  await seedCatalogue.execute(systemCtx("test"), {});
  const rows = Array.from({ length: 40 }, (_, index) => isoDate(Date.UTC(2026, 0, 1 + index))).flatMap((day, index) => [
    ["btc_price", day, 90_000 + 500 * index],
    ["difficulty", day, 1.2e14 + 1e12 * Math.floor(index / 14)],
    ["block_height", day, 930_000 + 144 * (index + 1)],
    ["block_count", day, 144],
    ["fees_btc", day, 4 + index / 10],
  ]);
  await query(
    `insert into market_days (series, day, value, origin, source, updated_at)
     select series, day::date, value, 'imported', 'test', now()
     from unnest($1::text[], $2::text[], $3::float8[]) as given (series, day, value)`,
    [rows.map(([series]) => series), rows.map(([, day]) => day), rows.map(([, , value]) => value)],
  );
}, 120_000);
afterAll(() => drop());

const owner = async () => (await testTenant()).ctx("owner");
const PERIOD = { from: "2026-01-05", to: "2026-02-05" };
const S21 = { miner_model: "Antminer S21 200T", quantity: 10, electricity_cost: 0.055 };

describe("historical replay", () => {
  it("has on each day what the calculator answers for that day's market", async () => {
    const answer = await replayHistory.execute(await owner(), { ...PERIOD, machines: [S21], uptime_pct: 95 });
    expect(answer.days).toHaveLength(32);
    for (const day of answer.days) {
      const single = await calculateProfitability.execute(systemCtx("test"), {
        ...S21,
        uptime_pct: 95,
        start_date: day.date,
        market: {
          btc_price: day.btc_price,
          difficulty: day.difficulty,
          block_height: 931_000,
          block_subsidy_sats: day.block_subsidy_sats,
          fees_sats_per_block: day.fees_sats_per_block,
        },
      });
      expect(day.revenue).toBe(single.daily_revenue);
      expect(day.energy_cost).toBe(single.daily_cost);
      expect(day.mined_sats).toBe(single.daily_revenue_sats);
      expect(day.hashprice_usd_per_ph_day).toBe(single.hashprice_usd_per_ph_day);
    }
    expect(answer.totals.profit).toBeCloseTo(
      answer.days.reduce((sum, { profit }) => sum + profit, 0),
      6,
    );
    expect(answer.market.btc_price).toMatchObject({ source: "test", origins: [{ origin: "imported", days: 32 }] });
  });

  it("takes one's own machines where none are named, from the day on which they were bought if asked", async () => {
    const ctx = await owner();
    await addUserMiner.execute(ctx, { ...S21, purchased_at: "2026-01-20", cost_usd: 30_000 });
    const all = await replayHistory.execute(ctx, PERIOD);
    expect(all.assumptions).toMatchObject({ machines: 10, machines_without_cost: 0 });
    expect(all.days.map(({ running }) => running)).toEqual(Array.from({ length: 32 }, () => 10));
    const bought = await replayHistory.execute(ctx, { ...PERIOD, count_from: "purchase" });
    expect(bought.days.find(({ running }) => running > 0)?.date).toBe("2026-01-20");
    expect(bought.totals.capital).toBe(30_000);
    expect(bought.days.at(-1)?.cumulative_profit).toBeCloseTo(bought.totals.profit - 30_000, 6);
    await addUserMiner.execute(ctx, { ...S21, quantity: 3 });
    const more = await replayHistory.execute(ctx, PERIOD);
    expect(more.assumptions, "what was paid for three is not known").toMatchObject({
      machines: 13,
      machines_without_cost: 3,
    });
    await expect(replayHistory.execute(await owner(), PERIOD), "who has none is told").rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ path: "machines", code: "no_machines" }] },
    });
  });

  it("names the machines that it doesn't know, and how far history reaches", async () => {
    const ctx = await owner();
    const machines = [S21, { miner_model: "Antminer S21 200T X" }, { miner_model: "Nothing" }];
    await expect(replayHistory.execute(ctx, { ...PERIOD, machines })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ path: "machines.1.miner_model" }, { path: "machines.2.miner_model" }] },
    });
    for (const [period, path] of [
      [{ ...PERIOD, from: "2025-06-01" }, "from"],
      [{ ...PERIOD, to: "2026-12-01" }, "to"],
      [{ from: "2030-01-01", to: "2030-02-01" }, "from"],
    ] as const)
      await expect(replayHistory.execute(ctx, { ...period, machines: [S21] })).rejects.toMatchObject({
        message: "Price and difficulty are known from 2026-01-01 to 2026-02-09.",
        details: { errors: [{ path }] },
      });
    await expect(
      replayHistory.execute(ctx, { from: "2026-02-01", to: "2026-01-01", machines: [S21] }),
    ).rejects.toMatchObject({ details: { errors: [{ path: "to" }] } });
  });

  it("is for who is signed in", async () => {
    const answer = await POST(
      new Request("http://127.0.0.1/api/analytics/historical-replay", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...PERIOD, machines: [S21] }),
      }),
    );
    expect(answer.status).toBe(401);
  });
});

describe.skipIf(!hasRecordedData)("the real history", () => {
  it("sums up from 2022 to 2025 what its days are, through a halving", async () => {
    await sql`delete from market_days`;
    await importFile(recordedPath("btc_daily.csv"));
    const ctx = await owner();
    const machine = { hashrate_th: 95, power_w: 3250, quantity: 1, electricity_cost: 0.05, cost_usd: 9_000 };
    const ask = (from: string, to: string, more: object = {}) =>
      replayHistory.execute(ctx, { from, to, machines: [machine], uptime_pct: 100, pool_fee_pct: 0, ...more });
    const whole = await ask("2022-01-01", "2025-12-31");
    const parts = [await ask("2022-01-01", "2024-04-19"), await ask("2024-04-20", "2025-12-31")];
    const sum = (name: "mined_sats" | "revenue" | "energy_cost") =>
      parts.reduce((all, { totals }) => all + totals[name], 0);
    for (const name of ["mined_sats", "revenue", "energy_cost"] as const)
      expect(whole.totals[name] / sum(name)).toBeCloseTo(1, 10);
    expect(whole.days).toHaveLength(1_461);
    expect(whole.days.find(({ date }) => date === "2024-04-18")?.block_subsidy_sats).toBe(625_000_000);
    expect(whole.days.find(({ date }) => date === "2024-04-21")?.block_subsidy_sats).toBe(312_500_000);
    const { to, last_halving } = (await findKnownRange.execute(ctx, {})) ?? {};
    // The file's last block of that day is 840,003.
    expect([to, last_halving]).toEqual([whole.days.at(-1)?.date, "2024-04-19"]);
    const stopped = await ask("2022-01-01", "2025-12-31", { stand_still: "at_a_loss" });
    expect(stopped.totals.machine_days_off).toBeGreaterThan(0);
    expect(stopped.totals.profit).toBeGreaterThan(whole.totals.profit);
  });
});
