import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { changeUserMiner } from "@/lib/machines/use-cases/change-user-miner";
import { retireUserMiner } from "@/lib/machines/use-cases/retire-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { type Member, type TestTenant, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { Portfolio } from "../../schemas";
import { calculateProfitability } from "../calculate-profitability";
import { getPortfolio } from "./get-portfolio";
import { listPortfolioMachines } from "./list-portfolio-machines";
import { recalculatePortfolio } from "./recalculate-portfolio";
import { recalculatePortfolios } from "./recalculate-portfolios";

beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(disconnectDatabase);

const S21 = { miner_model: "Antminer S21 200T", quantity: 10, electricity_cost: 0.055 };
type Written = { id: string; portfolio_version: number };

/** Does what the consumer does for these writes of one person. */
function consume(tenant: TestTenant, { userId }: Member, writes: readonly Written[]) {
  const ctx = { ...systemCtx("test:consumer"), tenantId: tenant.id };
  return inOwnUnit(ctx, "test.consumer", async (own) => {
    await own.unit.rescope({ tenantId: tenant.id });
    return recalculatePortfolio.execute(own, {
      user_id: userId,
      up_to_version: Math.max(...writes.map(({ portfolio_version }) => portfolio_version)),
      machine_ids: writes.map(({ id }) => id),
    });
  });
}

const ofOwner = async () => {
  const tenant = await testTenant();
  const [ctx, member] = [tenant.ctx("owner"), tenant.members.owner];
  const add = (over: object = {}) => addUserMiner.execute(ctx, { ...S21, ...over });
  const figures = async () =>
    new Map((await listPortfolioMachines.execute(ctx, {})).items.map((item) => [item.id, item.figures]));
  return {
    tenant,
    ctx,
    member,
    add,
    figures,
    portfolio: () => getPortfolio.execute(ctx, {}),
    consume: (...writes: Written[]) => consume(tenant, member, writes),
  };
};
const single = async (over: object = {}) => {
  const { daily_revenue, daily_cost, daily_profit } = await calculateProfitability.execute(systemCtx("test"), {
    ...S21,
    ...over,
  });
  return { daily_revenue, daily_cost, daily_profit };
};

describe("a portfolio", () => {
  it("is nothing before the first machine, and says when a write is still on its way", async () => {
    const { add, portfolio, consume } = await ofOwner();
    expect(await portfolio()).toMatchObject({
      machines: 0,
      daily_profit: 0,
      as_of: null,
      up_to_version: 0,
      portfolio_version: 0,
    });
    const miner = await add();
    expect(await portfolio()).toMatchObject({ machines: 0, up_to_version: 0, portfolio_version: 1 });
    await consume(miner);
    expect(Portfolio.strict().parse(await portfolio())).toMatchObject({
      machines: 10,
      hashrate_th: 2000,
      up_to_version: 1,
      portfolio_version: 1,
    });
  });

  it("earns per machine what the calculator says of it, to the last bit, and its sum together", async () => {
    const { add, consume, figures, portfolio } = await ofOwner();
    const rows = [
      {},
      { miner_model: "Whatsminer M60S 186T", quantity: 7, electricity_cost: 0.0731 },
      { quantity: 3, electricity_cost: -0.01 },
      { quantity: 123_457, electricity_cost: 0.06 },
    ];
    const miners = await Promise.all(rows.map((row) => add(row)));
    await consume(...miners);
    const found = await figures();
    let profit = 0;
    for (const [index, row] of rows.entries()) {
      const wanted = await single(row);
      expect(found.get(miners[index]?.id ?? "")).toMatchObject(wanted);
      profit += wanted.daily_profit;
    }
    const totals = await portfolio();
    expect(totals.machines).toBe(10 + 7 + 3 + 123_457);
    expect(totals.daily_profit).toBeCloseTo(profit, 6);
    expect(totals.daily_revenue - totals.daily_cost).toBeCloseTo(totals.daily_profit, 6);
  });

  it("takes the assumed price of power where machines have none, and names it", async () => {
    const { add, consume, figures, portfolio } = await ofOwner();
    const [own, assumed] = [await add(), await add({ electricity_cost: undefined, quantity: 4 })];
    await consume(own, assumed);
    expect((await figures()).get(assumed.id)).toMatchObject({
      ...(await single({ quantity: 4, electricity_cost: 0.06 })),
      is_price_assumed: true,
    });
    expect((await portfolio()).assumptions).toEqual({
      electricity_cost: 0.06,
      machines_at_it: 4,
      pool_method: "FPPS",
      pool_fee_pct: 2,
      uptime_pct: 97,
    });
  });

  it("is as sure and as old as the least sure and the oldest figure of the market in it", async () => {
    const { add, consume, portfolio } = await ofOwner();
    const [one, two] = [await add(), await add()];
    await consume(one, two);
    await query("update portfolio_machines set state = 'simulated', as_of = '2026-01-01Z' where machine_id = $1", [
      one.id,
    ]);
    await query("update portfolio_machines set state = 'live', as_of = '2026-01-02Z' where machine_id = $1", [two.id]);
    await consume({ id: randomUUID(), portfolio_version: 2 });
    expect(await portfolio()).toMatchObject({ state: "simulated", as_of: "2026-01-01T00:00:00.000Z" });
  });
});

describe("a recalculation", () => {
  it("computes the machine that changed, and no other", async () => {
    const { ctx, add, consume, figures, portfolio } = await ofOwner();
    const [one, two] = [await add(), await add()];
    await consume(one, two);
    // What only a computation would put right.
    await query("update portfolio_machines set daily_profit = 777 where machine_id = any($1)", [[one.id, two.id]]);
    const changed = await changeUserMiner.execute(ctx, { id: one.id, version: 1, quantity: 20 });
    expect(await consume(changed)).toMatchObject({ computed: 1 });
    const wanted = await single({ quantity: 20 });
    expect((await figures()).get(one.id)).toMatchObject(wanted);
    expect((await figures()).get(two.id)?.daily_profit).toBe(777);
    expect(await portfolio()).toMatchObject({ machines: 30, daily_profit: wanted.daily_profit + 777 });
  });

  it("drops what was retired", async () => {
    const { ctx, add, consume, portfolio } = await ofOwner();
    const [one, two] = [await add(), await add({ quantity: 5 })];
    await consume(one, two);
    const retired = await retireUserMiner.execute(ctx, { id: one.id, version: 1 });
    expect(await consume(retired)).toMatchObject({ computed: 0 });
    expect(await portfolio()).toMatchObject({ machines: 5, up_to_version: 3, ...(await single({ quantity: 5 })) });
  });

  it("comes to the same when it comes twice, late, or in another order", async () => {
    const { ctx, add, consume, portfolio } = await ofOwner();
    const one = await add();
    const changed = await changeUserMiner.execute(ctx, { id: one.id, version: 1, quantity: 20 });
    await consume(changed);
    const { computed_at: _, ...right } = await portfolio();
    await consume(one);
    await consume(changed);
    expect(await portfolio()).toMatchObject(right);
    expect(right).toMatchObject({ machines: 20, up_to_version: 2 });
  });

  it("tells the totals as they are answered, in versions of their own without gaps", async () => {
    const { tenant, member, ctx, add, consume, portfolio } = await ofOwner();
    const one = await add();
    await consume(one);
    await Promise.all(Array.from({ length: 5 }, () => consume(one)));
    const changed = await changeUserMiner.execute(ctx, { id: one.id, version: 1, site: "North" });
    await consume(changed);
    const told = await query<{ version: number; topic: string; user_id: string; value: { payload: unknown } }>(
      `select aggregate_version::int as version, topic, user_id, payload as value from event_outbox
       where aggregate_key = $1 order by id`,
      [`portfolio-totals:${tenant.id}:${member.userId}`],
    );
    expect(told.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(told.at(-1)).toMatchObject({ topic: "events.ops", user_id: member.userId });
    expect(told.at(-1)?.value.payload).toEqual(await portfolio());
  });

  it("is seen by whose machines they are, and by nobody else", async () => {
    const { tenant, add, consume } = await ofOwner();
    await consume(await add());
    for (const who of ["admin", "client"] as const) {
      expect(await getPortfolio.execute(tenant.ctx(who), {})).toMatchObject({ machines: 0, portfolio_version: 0 });
      expect((await listPortfolioMachines.execute(tenant.ctx(who), {})).items).toEqual([]);
    }
  });

  it("is the system's alone", async () => {
    const { ctx, member } = await ofOwner();
    const input = { user_id: member.userId, up_to_version: 1 };
    await expect(recalculatePortfolio.execute(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the job", () => {
  it("computes every machine of every portfolio anew, also one that no consumer came to", async () => {
    const [first, second] = [await ofOwner(), await ofOwner()];
    const one = await first.add();
    await first.consume(one);
    await query("update portfolio_machines set daily_profit = 777 where machine_id = $1", [one.id]);
    const gone = await second.add({ quantity: 3 });
    await second.consume(gone);
    await retireUserMiner.execute(second.ctx, { id: gone.id, version: 1 });
    await second.add({ quantity: 4 });
    const done = await recalculatePortfolios.execute(systemCtx("test"), { model_id: null });
    expect(done.failed).toBe(0);
    expect(done.portfolios).toBeGreaterThanOrEqual(2);
    expect(await first.portfolio()).toMatchObject(await single());
    expect(await second.portfolio()).toMatchObject({ machines: 4, up_to_version: 3 });
  });
});
