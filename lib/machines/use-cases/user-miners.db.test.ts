import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { type Member, type TestTenant, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { addModel } from "./add-model";
import { addUserMiner } from "./add-user-miner";
import { changeUserMiner } from "./change-user-miner";
import { listUserMiners, readUserMiner } from "./list-user-miners";
import { restoreUserMiner } from "./restore-user-miner";
import { retireUserMiner } from "./retire-user-miner";
import { seedCatalogue } from "./seed-catalogue";

const S21 = { miner_model: "Antminer S21 200T", quantity: 10 };
let mine: TestTenant;
let theirs: TestTenant;

beforeAll(async () => {
  await seedCatalogue.execute(systemCtx("test"), {});
  [mine, theirs] = [await testTenant(), await testTenant()];
});
afterAll(disconnectDatabase);

const add = (ctx: Ctx, over: object = {}) => addUserMiner.execute(ctx, { ...S21, ...over });
const refusal = (code: string, fieldCode?: string) =>
  expect.objectContaining({
    code,
    ...(fieldCode
      ? { details: expect.objectContaining({ errors: [expect.objectContaining({ code: fieldCode })] }) }
      : {}),
  });
type Told = { kind: string; version: number; entity: string; value: { user_id: string; payload: object } };
const toldOf = (tenant: TestTenant, { userId }: Member) =>
  query<Told>(
    `select kind, aggregate_version::int as version, entity_id as entity, payload as value
     from event_outbox where aggregate_key = $1 order by id`,
    [`portfolio:${tenant.id}:${userId}`],
  );

describe("adding", () => {
  it("keeps what is known, tells it in one event and writes it down", async () => {
    const tenant = await testTenant();
    const miner = await add(tenant.ctx("client"), {
      electricity_cost: 0.0612345678,
      label: "  Rack 3，row B ",
      site: "北厂",
      purchased_at: "2026-01-31",
      cost_usd: 29_999.999,
    });
    expect(miner).toMatchObject({
      version: 1,
      portfolio_version: 1,
      miner_model_id: "antminer-s21-200t",
      miner_model: "Antminer S21 200T",
      quantity: 10,
      hashrate_th: 200,
      electricity_cost: 0.061235,
      label: "Rack 3,row B",
      site: "北厂",
      purchased_at: "2026-01-31T00:00:00.000Z",
      cost_usd: 30_000,
      retired_at: null,
    });
    const [told, ...more] = await toldOf(tenant, tenant.members.client);
    expect(more).toEqual([]);
    expect(told).toMatchObject({
      kind: "machines.user_miner.added.v1",
      version: 1,
      entity: miner.id,
      value: {
        tenant_id: tenant.id,
        user_id: tenant.members.client.userId,
        payload: { quantity: 10, electricity_cost: 0.061235 },
      },
    });
    const log = await query("select use_case, after from audit_log where entity_id = $1", [miner.id]);
    expect(log).toMatchObject([{ use_case: "machines.user_miner.add", after: { quantity: 10, site: "北厂" } }]);
  });

  it("takes a model by its id, and a company's own by its staff alone", async () => {
    const own = await addModel.execute(mine.ctx("owner"), {
      model_name: `Own ${randomUUID().slice(0, 8)}`,
      manufacturer: "Acme",
      hashrate_th: 100,
      power_w: 2000,
      release_year: 2025,
      cooling: "air",
    });
    const byId = { miner_model: undefined, miner_model_id: own.id };
    expect(await add(mine.ctx("operator"), byId)).toMatchObject({ miner_model: own.label, power_w: 2000 });
    for (const ctx of [mine.ctx("client"), theirs.ctx("owner")])
      await expect(add(ctx, byId)).rejects.toEqual(refusal("validation", "unknown_model"));
  });

  it.each([
    ["no machine", { miner_model: undefined }, "custom"],
    ["a name and an id", { miner_model_id: "antminer-s21-200t" }, "custom"],
    ["a name that nobody knows", { miner_model: "Antminer S21 Prro" }, "unknown_model"],
    ["none", { quantity: 0 }, "too_small"],
    ["half a machine", { quantity: 1.5 }, "invalid_type"],
    ["too many", { quantity: 1_000_001 }, "too_big"],
    ["power that costs too much", { electricity_cost: 10.5 }, "too_big"],
    ["power at a price finer than is kept", { electricity_cost: 1e-9 }, "too_fine"],
    ["parts of a cent", { cost_usd: 0.001 }, "too_fine"],
    ["a day that there isn't", { purchased_at: "2026-02-30" }, "invalid_union"],
    ["a day before there were any", { purchased_at: "2008-12-31" }, "custom"],
    ["a label that a spreadsheet would run", { label: "=1+1" }, "name_format"],
    ["somebody else's", { user_id: randomUUID() }, "unrecognized_keys"],
  ])("refuses %s", async (_, over, code) => {
    await expect(add(mine.ctx("owner"), over)).rejects.toEqual(refusal("validation", code));
  });

  it("is not for a guest, and leaves no version behind where it was refused", async () => {
    const tenant = await testTenant({ plan: "free" });
    await expect(add(tenant.ctx("guest"))).rejects.toEqual(refusal("forbidden"));
    await expect(add(tenant.ctx("owner"), { quantity: 11 })).rejects.toEqual(refusal("plan_limit"));
    expect(await add(tenant.ctx("owner"))).toMatchObject({ portfolio_version: 1 });
  });
});

describe("whose machines they are", () => {
  it("shows everybody their own, page by page, the last added first", async () => {
    const tenant = await testTenant();
    const added: string[] = [];
    for (const site of ["A", "B", "C"]) added.unshift((await add(tenant.ctx("client"), { site })).id);
    await add(tenant.ctx("owner"), { site: "D" });
    const first = await listUserMiners.execute(tenant.ctx("client"), { limit: 2 });
    const second = await listUserMiners.execute(tenant.ctx("client"), { limit: "2", cursor: first.next_cursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(added);
    expect(second.next_cursor).toBeNull();
    expect((await listUserMiners.execute(tenant.ctx("owner"), {})).items.map(({ site }) => site)).toEqual(["D"]);
  });

  it("is nobody else's to read, change or retire: not the owner's, not another company's", async () => {
    const { id } = await add(mine.ctx("client"));
    const others = [mine.ctx("owner"), mine.ctx(mine.otherClient), theirs.ctx("client"), theirs.ctx("owner")];
    for (const ctx of others) {
      await expect(readUserMiner.execute(ctx, { id })).rejects.toEqual(refusal("not_found"));
      await expect(changeUserMiner.execute(ctx, { id, version: 1, quantity: 2 })).rejects.toEqual(refusal("not_found"));
      await expect(retireUserMiner.execute(ctx, { id, version: 1 })).rejects.toEqual(refusal("not_found"));
    }
    expect(await readUserMiner.execute(mine.ctx("client"), { id })).toMatchObject({ quantity: 10, version: 1 });
  });
});

describe("changing", () => {
  it("changes what is sent and nothing else; null takes a detail away", async () => {
    const ctx = mine.ctx("operator");
    const { id, portfolio_version } = await add(ctx, { site: "North", label: "Old ones", electricity_cost: 0.05 });
    const changed = await changeUserMiner.execute(ctx, {
      id,
      version: 1,
      quantity: 12,
      label: null,
      miner_model: "S21 Pro 234T",
    });
    expect(changed).toMatchObject({
      version: 2,
      portfolio_version: portfolio_version + 1,
      quantity: 12,
      label: null,
      site: "North",
      electricity_cost: 0.05,
      miner_model: "Antminer S21 Pro 234T",
      hashrate_th: 234,
    });
    await expect(changeUserMiner.execute(ctx, { id, version: 2 })).rejects.toEqual(refusal("validation"));
  });

  it("is refused for a version that has gone by, also to retire", async () => {
    const ctx = mine.ctx("operator");
    const { id } = await add(ctx);
    await changeUserMiner.execute(ctx, { id, version: 1, quantity: 11 });
    const old = refusal("precondition_failed");
    await expect(changeUserMiner.execute(ctx, { id, version: 1, quantity: 12 })).rejects.toEqual(old);
    await expect(retireUserMiner.execute(ctx, { id, version: 1 })).rejects.toEqual(old);
  });

  it("lets one of two at once win", async () => {
    const ctx = mine.ctx("operator");
    const { id } = await add(ctx);
    const both = await Promise.allSettled(
      [1, 2].map((quantity) => changeUserMiner.execute(ctx, { id, version: 1, quantity })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("retiring", () => {
  it("keeps the row, lists it no more and tells it", async () => {
    const tenant = await testTenant();
    const ctx = tenant.ctx("owner");
    const { id } = await add(ctx);
    expect(await retireUserMiner.execute(ctx, { id, version: 1 })).toMatchObject({
      version: 2,
      portfolio_version: 2,
      retired_at: expect.stringMatching(/Z$/),
    });
    expect((await listUserMiners.execute(ctx, {})).items).toEqual([]);
    await expect(retireUserMiner.execute(ctx, { id, version: 2 })).rejects.toEqual(refusal("not_found"));
    expect((await query("select quantity from user_miners where id = $1", [id])).length).toBe(1);
    expect((await toldOf(tenant, tenant.members.owner)).at(-1)?.kind).toBe("machines.user_miner.retired.v1");
  });
});

describe("restoring", () => {
  it("takes a retired row back with all that is known of it, once, and tells it", async () => {
    const tenant = await testTenant();
    const ctx = tenant.ctx("owner");
    const { id } = await add(ctx, { site: "North" });
    await expect(restoreUserMiner.execute(ctx, { id, version: 1 })).rejects.toEqual(refusal("not_found"));
    await retireUserMiner.execute(ctx, { id, version: 1 });
    for (const other of [tenant.ctx("admin"), theirs.ctx("owner")])
      await expect(restoreUserMiner.execute(other, { id, version: 2 })).rejects.toEqual(refusal("not_found"));
    await expect(restoreUserMiner.execute(ctx, { id, version: 1 })).rejects.toEqual(refusal("precondition_failed"));
    expect(await restoreUserMiner.execute(ctx, { id, version: 2 })).toMatchObject({
      ...{ version: 3, portfolio_version: 3, site: "North", quantity: 10, retired_at: null },
    });
    expect((await listUserMiners.execute(ctx, {})).items.map((miner) => miner.id)).toEqual([id]);
    expect((await toldOf(tenant, tenant.members.owner)).at(-1)?.kind).toBe("machines.user_miner.restored.v1");
  });

  it("needs room in the plan", async () => {
    const tenant = await testTenant({ plan: "free" });
    const { id } = await add(tenant.ctx("owner"));
    await retireUserMiner.execute(tenant.ctx("owner"), { id, version: 1 });
    await add(tenant.ctx("client"), { quantity: 1 });
    const restored = restoreUserMiner.execute(tenant.ctx("owner"), { id, version: 2 });
    await expect(restored).rejects.toEqual(refusal("plan_limit"));
  });
});

describe("the plan", () => {
  it("counts the machines of everybody in the company, and says what it covers", async () => {
    const tenant = await testTenant({ plan: "free" });
    await add(tenant.ctx("client"), { quantity: 7 });
    await expect(add(tenant.ctx("owner"), { quantity: 4 })).rejects.toEqual(
      expect.objectContaining({
        code: "plan_limit",
        details: {
          members: expect.objectContaining({
            plan: "Free",
            limit: 10,
            in_use: 7,
            asked: 4,
            upgrade_url: "http://127.0.0.1:3000/en/pricing",
          }),
        },
      }),
    );
    const { id } = await add(tenant.ctx("owner"), { quantity: 3 });
    const raise = { id, version: 1, quantity: 4 };
    await expect(changeUserMiner.execute(tenant.ctx("owner"), raise)).rejects.toEqual(refusal("plan_limit"));
    await changeUserMiner.execute(tenant.ctx("owner"), { ...raise, quantity: 2 });
    expect(await add(tenant.ctx("operator"), { quantity: 1 })).toMatchObject({ quantity: 1 });
  });

  it("gives room back with what is retired", async () => {
    const tenant = await testTenant({ plan: "free" });
    const { id } = await add(tenant.ctx("owner"));
    await expect(add(tenant.ctx("owner"), { quantity: 1 })).rejects.toEqual(refusal("plan_limit"));
    await retireUserMiner.execute(tenant.ctx("owner"), { id, version: 1 });
    expect(await add(tenant.ctx("owner"))).toMatchObject({ quantity: 10 });
  });

  it("lets no two people at once past it", async () => {
    const tenant = await testTenant({ plan: "free" });
    const people = [tenant.ctx("owner"), tenant.ctx("admin"), tenant.ctx("operator"), tenant.ctx("client")];
    const all = await Promise.allSettled(people.map((ctx) => add(ctx, { quantity: 4 })));
    expect(all.filter(({ status }) => status === "fulfilled").length).toBe(2);
    for (const one of all) if (one.status === "rejected") expect(one.reason).toEqual(refusal("plan_limit"));
  });
});

it("gives twenty writers at once of one portfolio versions without gaps, each with its event", async () => {
  const tenant = await testTenant();
  const ctx = tenant.ctx("operator");
  const kept = await add(ctx);
  // Each fourth has taken its version when it is refused.
  const writes = Array.from({ length: 20 }, (_, index) =>
    index % 4 === 3
      ? retireUserMiner.execute(ctx, { id: kept.id, version: 7 }).catch(() => undefined)
      : add(ctx, { quantity: index + 1 }),
  );
  const change = changeUserMiner.execute(ctx, { id: kept.id, version: 1, quantity: 99 });
  const versions = (await Promise.all([...writes, change])).flatMap((row) => row?.portfolio_version ?? []);
  expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index + 2));
  const told = await toldOf(tenant, tenant.members.operator);
  expect(told.map(({ version }) => version)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
});
