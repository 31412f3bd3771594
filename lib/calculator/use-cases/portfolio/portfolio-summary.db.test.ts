import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { restoreUserMiner } from "@/lib/machines/use-cases/restore-user-miner";
import { retireUserMiner } from "@/lib/machines/use-cases/retire-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { PortfolioMachinePage, PortfolioSummary } from "../../schemas";
import { calculateProfitability } from "../calculate-profitability";
import { getPortfolioSummary } from "./get-portfolio-summary";
import { listPortfolioMachines } from "./list-portfolio-machines";
import { recalculatePortfolio } from "./recalculate-portfolio";

beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(disconnectDatabase);

/** At 3 dollars a kWh anything loses. */
const FLEET = [
  { miner_model: "Antminer S21 200T", quantity: 10, site: "North", electricity_cost: 0.05, label: "Row 1" },
  { miner_model: "Antminer S21 200T", quantity: 4, site: "South", electricity_cost: 3 },
  { miner_model: "WhatsMiner M60S 186T", quantity: 7, site: "North", electricity_cost: 0.041, label: "100%_sure" },
  { miner_model: "Antminer S19 XP 141T", quantity: 3, electricity_cost: -0.02 },
  { miner_model: "Antminer S19 XP 141T", quantity: 2 },
] as const;
type Entry = (typeof FLEET)[number];

/** Does what the consumer does. */
async function consume(tenant: TestTenant): Promise<void> {
  const ctx = { ...systemCtx("test:consumer"), tenantId: tenant.id };
  await inOwnUnit(ctx, "test.consumer", async (own) => {
    await own.unit.rescope({ tenantId: tenant.id });
    await recalculatePortfolio.execute(own, { user_id: tenant.members.owner.userId, up_to_version: 99 });
  });
}

async function ofOwner(fleet: readonly object[] = FLEET) {
  const tenant = await testTenant();
  const ctx = tenant.ctx("owner");
  const ids: string[] = [];
  for (const entry of fleet) ids.push((await addUserMiner.execute(ctx, entry as Entry)).id);
  if (fleet.length > 0) await consume(tenant);
  const list = async (asked: object = {}) =>
    PortfolioMachinePage.strict().parse(await listPortfolioMachines.execute(ctx, asked));
  const at = async (asked: object) => (await list(asked)).items.map(({ id }) => ids.indexOf(id));
  const summary = async () => PortfolioSummary.strict().parse(await getPortfolioSummary.execute(ctx, {}));
  return { tenant, ctx, ids, list, at, summary };
}

const SUMS = ["machines", "hashrate_th", "power_w", "daily_revenue", "daily_cost", "daily_profit"] as const;
type Sums = Record<(typeof SUMS)[number] | "losing_machines", number>;
const sum = (of: keyof Sums, groups: readonly Sums[]) => groups.reduce((total, group) => total + group[of], 0);

describe("the summary", () => {
  it("has groups that come to the totals, and totals that are the calculator's", async () => {
    const { summary } = await ofOwner();
    const { portfolio, all, by_model: models, by_site: sites, break_even: chart } = await summary();
    for (const of of SUMS) {
      expect(all[of]).toBe(portfolio[of]);
      for (const groups of [models, sites]) expect(sum(of, groups.items)).toBeCloseTo(portfolio[of], 8);
    }
    expect(models.items.map(({ name, machines }) => [name, machines])).toEqual([
      ["Antminer S21 200T", 14],
      ["WhatsMiner M60S 186T", 7],
      ["Antminer S19 XP 141T", 5],
    ]);
    expect(sites.items.map(({ group, machines }) => [group, machines])).toEqual([
      ["North", 17],
      ["South", 4],
      [null, 5],
    ]);
    let profit = 0;
    for (const { label: _, site: __, ...machines } of FLEET.map((entry) => ({ label: "", site: "", ...entry }))) {
      const asked = { electricity_cost: 0.06, ...machines };
      profit += (await calculateProfitability.execute(systemCtx("test"), asked)).daily_profit;
    }
    expect(portfolio.daily_profit).toBeCloseTo(profit, 8);
    const binned = chart.bins.reduce((th, { earning_th, losing_th }) => th + earning_th + losing_th, 0);
    expect(binned).toBeCloseTo(portfolio.hashrate_th, 6);
    expect(chart.bins.reduce((count, { machines }) => count + machines, 0)).toBe(26);
    // What is paid for its power stands below nothing, what pays three dollars far above.
    expect([chart.bins[0]?.from, chart.bins.at(-1)?.to]).toEqual([null, null]);
    expect(chart.bins.at(-1)).toMatchObject({ losing_th: 800, earning_th: 0 });
  });

  it("says the price of power at which a group neither earns nor loses, as the calculator does", async () => {
    const { summary } = await ofOwner();
    const asked = { miner_model: "Antminer S21 200T", electricity_cost: 0.05 };
    const { break_even } = await calculateProfitability.execute(systemCtx("test"), asked);
    const [s21] = (await summary()).by_model.items;
    expect((s21?.break_even_usd_per_kwh ?? 0) * 1_000).toBeCloseTo(break_even.cash.electricity_usd_per_mwh ?? 0, 9);
  });

  it("counts what loses and what that comes to", async () => {
    const { summary, list } = await ofOwner();
    const { all, by_site: sites } = await summary();
    const { matching, items } = await list({ show: "losing" });
    expect(all).toMatchObject({ losing_machines: 4, losing_usd_day: matching.daily_profit });
    expect(items.map(({ site }) => site)).toEqual(["South"]);
    expect(matching.daily_profit).toBeLessThan(0);
    expect(sites.items.map(({ losing_machines }) => losing_machines)).toEqual([0, 4, 0]);
  });

  it("is nothing without machines, and another company's stay its own", async () => {
    const [one, other] = [await ofOwner([]), await ofOwner()];
    expect(await one.summary()).toMatchObject({
      portfolio: { machines: 0 },
      all: { rows: 0, break_even_usd_per_kwh: null },
      by_model: { items: [], others: null },
      break_even: { bins: [] },
      projection: null,
      retired_rows: 0,
    });
    expect((await other.summary()).all.rows).toBe(5);
    expect((await other.summary()).by_site.items).toHaveLength(3);
    const colleague = await getPortfolioSummary.execute(other.tenant.ctx("admin"), {});
    expect(colleague).toMatchObject({ all: { rows: 0 }, retired_rows: 0 });
  });

  it("tells more than two hundred groups as those with most hashrate and all others together", async () => {
    const many = Array.from({ length: 203 }, (_, at) => ({ ...FLEET[0], quantity: 300 - at, site: `Hall ${at}` }));
    const { summary } = await ofOwner(many);
    const { by_site: sites, portfolio } = await summary();
    expect([sites.items.length, sites.others_count]).toEqual([200, 3]);
    expect(sites.others).toMatchObject({ rows: 3, machines: 100 + 99 + 98 });
    const parts = [...sites.items, ...(sites.others ? [sites.others] : [])];
    expect(sum("daily_profit", parts)).toBeCloseTo(portfolio.daily_profit, 6);
  });

  it("doesn't take long for ten thousand rows that came just now, nor do the rows", async () => {
    const { tenant, summary, list } = await ofOwner(FLEET.slice(0, 1));
    await query(
      `insert into user_miners (tenant_id, user_id, id, miner_model_id, quantity, site, created_at, updated_at)
       select $1, $2, gen_random_uuid(), 'antminer-s21-200t', 1 + n % 9, 'Hall ' || n % 20, now(), now()
       from generate_series(1, 10000) n`,
      [tenant.id, tenant.members.owner.userId],
    );
    await consume(tenant);
    const began = performance.now();
    expect((await summary()).all.rows).toBe(10_001);
    expect((await list({ sort: "profit", search: "hall 1" })).matching.rows).toBe(5_500);
    // Half a minute where the database joins what it believes to be nothing.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("says what the plan covers, where it has a limit", async () => {
    const free = await testTenant({ plan: "free" });
    await addUserMiner.execute(free.ctx("client"), { ...FLEET[0], quantity: 7 });
    expect((await getPortfolioSummary.execute(free.ctx("owner"), {})).plan).toEqual({
      name: "Free",
      limit: 10,
      in_use: 7,
    });
    const { summary } = await ofOwner([]);
    expect((await summary()).plan).toBeNull();
  });
});

describe("the rows", () => {
  it("are those of a model, of a site, of none, or with a word in them", async () => {
    const { at } = await ofOwner();
    expect(await at({ model: "antminer-s21-200t" })).toEqual([1, 0]);
    expect(await at({ site: "North" })).toEqual([2, 0]);
    expect(await at({ site: "-" })).toEqual([4, 3]);
    expect(await at({ search: "s19xp" })).toEqual([4, 3]);
    expect(await at({ search: "ROW" })).toEqual([0]);
    // What means something in a pattern stands for itself.
    expect(await at({ search: "%_s" })).toEqual([2]);
    expect(await at({ search: "_" })).toEqual([2]);
    expect(await at({ site: "North", show: "losing" })).toEqual([]);
  });

  it.each([
    ["added", "desc", [4, 3, 2, 1, 0]],
    ["quantity", "asc", [4, 3, 1, 2, 0]],
    ["price", "desc", [1, 4, 0, 2, 3]],
    ["site", "asc", [4, 3, 2, 0, 1]],
    ["model", "asc", [4, 3, 1, 0, 2]],
    ["hashrate", "desc", [0, 2, 1, 3, 4]],
  ])("come sorted by %s, %s, page by page", async (sort, order, wanted) => {
    const { ids, list } = await ofOwner();
    const seen: number[] = [];
    let cursor: string | null | undefined;
    for (let page = 0; cursor !== null; page++) {
      expect(page).toBeLessThan(5);
      const { items, next_cursor, matching } = await list({ sort, order, limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...items.map(({ id }) => ids.indexOf(id)));
      expect(matching).toMatchObject({ rows: 5, machines: 26 });
      cursor = next_cursor;
    }
    expect(seen).toEqual(wanted);
  });

  it("that were retired are listed apart, and come back", async () => {
    const { tenant, ctx, ids, at, summary } = await ofOwner();
    const id = ids[0] ?? "";
    const { version } = await retireUserMiner.execute(ctx, { id, version: 1 });
    await consume(tenant);
    expect([await at({ show: "retired" }), await at({}), (await summary()).retired_rows]).toEqual([
      [0],
      [4, 3, 2, 1],
      1,
    ]);
    expect((await summary()).portfolio.machines).toBe(16);
    await restoreUserMiner.execute(ctx, { id, version });
    await consume(tenant);
    expect([await at({ show: "retired" }), (await summary()).portfolio.machines]).toEqual([[], 26]);
  });
});
