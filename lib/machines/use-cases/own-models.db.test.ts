import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/miners/models/route";
import { calculateProfitability } from "@/lib/calculator/use-cases/calculate-profitability";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { apiRequest, madeKey } from "@/lib/testing/api-calls";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { addModel } from "./add-model";
import { catalogue } from "./catalogue";
import { findModel } from "./find-model";
import { listCatalogue } from "./list-catalogue";
import { listModels } from "./list-models";
import { pickerModels } from "./picker-models";
import { retireModel } from "./retire-model";
import { seedCatalogue } from "./seed-catalogue";

let mine: TestTenant;
let theirs: TestTenant;
let platform: Ctx;
let own: Awaited<ReturnType<typeof addModel.execute>>;

const MARKET = {
  btc_price: 95_000,
  difficulty: 1.25e14,
  network_hashrate_ehs: 900,
  block_height: 930_000,
  block_subsidy_sats: 312_500_000,
  fees_sats_per_block: 5_000_000,
};
/** A maker that no other suite has. */
const MAKER = `Maker ${randomUUID().slice(0, 8)}`;
const facts = (over: object = {}) => ({
  model_name: `Rig ${randomUUID().slice(0, 8)}`,
  manufacturer: MAKER,
  hashrate_th: 123,
  power_w: 2345,
  release_year: 2025,
  cooling: "air" as const,
  ...over,
});
const calculate = (ctx: Ctx, miner_model: string) =>
  calculateProfitability.execute(ctx, { miner_model, electricity_cost: 0.06, market: MARKET });

beforeAll(async () => {
  [mine, theirs] = [await testTenant(), await testTenant()];
  platform = (await testPlatformAdmin()).ctx;
  await seedCatalogue.execute(systemCtx("test"), {});
  own = await addModel.execute(mine.ctx("owner"), facts());
});
afterAll(disconnectDatabase);

/** Everybody who must see nothing of what the first company added. */
const strangers = (): [string, Ctx][] => [
  ["a visitor", visitorCtx()],
  ["another company's owner", theirs.ctx("owner")],
  ["another company's operator", theirs.ctx("operator")],
  ["the platform's administrator", platform],
  ["the company's client", mine.ctx("client")],
  ["the company's other client", mine.ctx(mine.otherClient)],
  ["the company's guest", mine.ctx("guest")],
  ["an owner without the second factor", mine.ctx("owner", { mustEnrol: true })],
];

describe("a company's own machine", () => {
  it("is offered to its staff, in every list, and resolved by name and id", async () => {
    for (const role of ["owner", "admin", "mining_site_owner", "operator"] as const) {
      const ctx = mine.ctx(role);
      expect((await listModels.execute(ctx, { search: own.label })).items).toMatchObject([
        { id: own.id, scope: "private" },
      ]);
      expect((await pickerModels.execute(ctx, {})).map(({ id }) => id)).toContain(own.id);
      for (const text of [own.label, own.id, own.id.toUpperCase(), `${MAKER} ${own.label}`.toLowerCase()]) {
        expect((await findModel(ctx, text)).model?.id).toBe(own.id);
      }
      const { assumptions } = await calculate(ctx, own.label);
      expect(assumptions.machine).toMatchObject({ hashrate_th: 123, power_w: 2345 });
    }
  });

  it("doesn't exist for anybody else, also after its staff looked at it", async () => {
    await calculate(mine.ctx("operator"), own.label);
    for (const [who, ctx] of strangers()) {
      expect((await listModels.execute(ctx, { search: own.label })).items, who).toEqual([]);
      expect(
        (await pickerModels.execute(ctx, {})).map(({ id }) => id),
        who,
      ).not.toContain(own.id);
      for (const text of [own.label, own.id]) {
        const found = await findModel(ctx, text);
        expect(found.model, who).toBeNull();
        expect(JSON.stringify(found), who).not.toContain(own.label);
        await expect(calculate(ctx, text), who).rejects.toMatchObject({ code: "validation" });
      }
      if (ctx.actor.can("catalogue:read")) {
        const page = await listCatalogue.execute(ctx, { search: own.label, status: "all" });
        expect(page, who).toMatchObject({ items: [], total: 0, counts: { private: 0 } });
        expect(page.manufacturers, who).not.toContain(MAKER);
      }
    }
  });

  it("is in no answer that a cache on the way may keep", async () => {
    const { key } = await madeKey(mine, { scopes: ["catalogue:read"] });
    const other = await madeKey(mine, { scopes: ["calculator:write"] });
    const get = (sent: Parameters<typeof apiRequest>[1]) =>
      GET(apiRequest(`GET /api/miners/models?search=${own.label}`, sent));
    const total = async (response: Response) => ((await response.json()) as { total: number }).total;
    const [known, visitor, unscoped] = [await get({ key }), await get({}), await get({ key: other.key })];
    expect(known.headers.get("cache-control")).toBe("no-store");
    expect(visitor.headers.get("cache-control")).toBe("public, max-age=60");
    for (const { headers } of [known, visitor]) expect(headers.get("vary")).toBe("Cookie, Authorization, X-API-Key");
    expect([await total(known), await total(visitor), await total(unscoped)]).toEqual([1, 0, 0]);
  });

  it("never shows up across companies that ask at the same time", async () => {
    const other = await addModel.execute(theirs.ctx("owner"), facts());
    const asked = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const [ctx, hidden] = index % 2 === 0 ? [mine.ctx("operator"), other] : [theirs.ctx("operator"), own];
        return (await listModels.execute(ctx, { search: hidden.label })).total;
      }),
    );
    expect(asked.filter((total) => total > 0)).toEqual([]);
  });

  it("is not offered once it is retired, and still found", async () => {
    const model = await addModel.execute(mine.ctx("owner"), facts());
    await calculate(mine.ctx("operator"), model.label);
    await retireModel.execute(mine.ctx("owner"), { id: model.id, version: 1 });
    const ctx = mine.ctx("operator");
    expect((await listModels.execute(ctx, { search: model.label })).items).toEqual([]);
    expect((await pickerModels.execute(ctx, {})).find(({ id }) => id === model.id)).toMatchObject({ retired: true });
    for (const text of [model.label, model.id]) expect((await findModel(ctx, text)).model?.id).toBe(model.id);
    expect((await findModel(ctx, `${model.model_name} 122T`)).model).toBeNull();
    expect(JSON.stringify(await findModel(ctx, `${model.model_name} 122T`))).not.toContain(model.label);
  });

  it("is offered once where the shared catalogue has the machine too", async () => {
    const ctx = mine.ctx("owner");
    const entered = facts({
      model_name: "Antminer S19k Pro",
      manufacturer: "Bitmain",
      hashrate_th: 120,
      power_w: 2800,
    });
    const model = await addModel.execute(ctx, { ...entered, beside_shared: true });
    const named = (await listModels.execute(ctx, { search: "Antminer S19k Pro 120T" })).items;
    expect(named.filter(({ label }) => label === "Antminer S19k Pro 120T")).toMatchObject([{ id: model.id }]);
    expect((await listModels.execute(theirs.ctx("owner"), { search: "Antminer S19k Pro 120T" })).items).toMatchObject([
      { scope: "shared" },
    ]);
    // A name without a bin still means the largest verified one.
    expect((await findModel(ctx, "Antminer S21")).model?.id).toBe("antminer-s21-200t");
  });
});

describe("the cache", () => {
  /** A context that opens no transaction. */
  const withoutDatabase = (ctx: Ctx): Ctx => ({
    ...ctx,
    begin: (useCase) => {
      const unit = ctx.begin(useCase);
      return {
        ...unit,
        db: () => {
          throw new Error("a connection was asked for");
        },
      };
    },
  });

  it("spares a calculation by name the database, for visitors and for staff", async () => {
    for (const [ctx, name] of [
      [visitorCtx(), "Antminer S21 200T"],
      [mine.ctx("operator"), "Antminer S21 200T"],
      [mine.ctx("operator"), own.label],
      [theirs.ctx("owner"), "Antminer S21 200T"],
    ] as const) {
      const known = await calculate(ctx, name);
      expect((await calculate(withoutDatabase(ctx), name)).daily_profit).toBe(known.daily_profit);
    }
  });

  it("is dropped by a change that is committed, and by no other", async () => {
    const ctx = mine.ctx("operator");
    const before = await catalogue(ctx);
    expect(await catalogue(ctx)).toBe(before);
    await expect(addModel.execute(mine.ctx("owner"), facts({ model_name: own.model_name }))).rejects.toThrow();
    expect(await catalogue(ctx)).toBe(before);
    await addModel.execute(theirs.ctx("owner"), facts());
    expect(await catalogue(ctx)).toBe(before);
    await addModel.execute(mine.ctx("owner"), facts());
    expect((await catalogue(ctx)).length).toBe(before.length + 1);
  });

  it("holds of the shared catalogue only what is shared, whoever filled it", async () => {
    await addModel.execute(platform, facts());
    await catalogue(mine.ctx("owner"));
    const [row] = await sql<{ count: number }>`select count(*)::int as count from miner_models where tenant_id is null`;
    const shared = await catalogue(visitorCtx());
    expect(shared.every(({ scope }) => scope === "shared")).toBe(true);
    expect(shared.length).toBeLessThanOrEqual(row?.count ?? 0);
  });
});
