import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getPortfolio } from "@/lib/calculator/use-cases/portfolio/get-portfolio";
import type { Ctx } from "@/lib/kernel/context";
import { addModel } from "@/lib/machines/use-cases/add-model";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { changeUserMiner } from "@/lib/machines/use-cases/change-user-miner";
import { editModel } from "@/lib/machines/use-cases/edit-model";
import { restoreUserMiner } from "@/lib/machines/use-cases/restore-user-miner";
import { retireModel } from "@/lib/machines/use-cases/retire-model";
import { retireUserMiner } from "@/lib/machines/use-cases/retire-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import { until } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { systemCtx } from "@/lib/transport/ctx";
import { startWork } from "@/lib/transport/work/start-work";
import { work } from "../work/recalculate-portfolios";
import { consumer } from "./portfolio-recalc";

const drop = await ownDatabase();
const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", retryMs: 50 });
beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(async () => {
  await bus.stop();
  await drop();
});

it("brings the writes of two people into their portfolios, many writes in one recalculation", async () => {
  const tenant = await testTenant();
  const [owner, client] = [tenant.ctx("owner"), tenant.ctx("client")];
  const add = (ctx: typeof owner, quantity: number) =>
    addUserMiner.execute(ctx, { miner_model: "Antminer S21 200T", quantity });
  const first = await add(owner, 10);
  for (let version = 1; version <= 49; version++)
    await changeUserMiner.execute(owner, { id: first.id, version, quantity: 10 + version });
  await add(client, 3);
  await bus.start([subscriberOf(consumer)]);
  const seen = (ctx: typeof owner, version: number) =>
    until(
      () => getPortfolio.execute(ctx, {}),
      ({ up_to_version }) => up_to_version === version,
    );
  expect(await seen(owner, 50)).toMatchObject({ machines: 59, hashrate_th: 11_800 });
  expect(await seen(client, 1)).toMatchObject({ machines: 3 });
  const told = await query<{ version: number }>(
    "select max(aggregate_version)::int as version from event_outbox where aggregate_key = $1",
    [`portfolio-totals:${tenant.id}:${tenant.members.owner.userId}`],
  );
  expect(told[0]?.version).toBe(1);

  await retireUserMiner.execute(owner, { id: first.id, version: 50 });
  expect(await seen(owner, 51)).toMatchObject({ machines: 0, daily_profit: 0, as_of: null });
  await restoreUserMiner.execute(owner, { id: first.id, version: 51 });
  expect(await seen(owner, 52)).toMatchObject({ machines: 59, hashrate_th: 11_800 });
  expect(await query("select * from event_dlq")).toEqual([]);
});

describe("another figure of a model", () => {
  const dayOf = async (ctx: Ctx) => (await getPortfolio.execute(ctx, {})).power_w;
  const asked = () =>
    query<{ tenant_id: string | null; input: { model_id: string } }>(
      "select tenant_id, input from long_work where name = 'calculator.portfolios.recalculate' order by created_at",
    );
  let worker: { stop(): Promise<void> };
  beforeAll(async () => {
    worker = await startWork([work]);
  });
  afterAll(() => worker.stop());

  it("comes at once to all who keep such machines, in every company, and to nobody else", async () => {
    const platform = (await testPlatformAdmin()).ctx;
    const shared = await addModel.execute(platform, facts());
    const [one, two] = [await testTenant(), await testTenant()];
    const keepers = [one.ctx("owner"), one.ctx("client"), two.ctx("operator")];
    for (const ctx of keepers) await addUserMiner.execute(ctx, { miner_model_id: shared.id, quantity: 2 });
    const bystander = two.ctx("owner");
    await addUserMiner.execute(bystander, { miner_model: "Antminer S21 200T", quantity: 1 });
    for (const ctx of keepers)
      await until(
        () => dayOf(ctx),
        (power) => power === 4_000,
      );
    const untouched = await until(
      () => getPortfolio.execute(bystander, {}),
      ({ machines }) => machines === 1,
    );

    await editModel.execute(platform, { id: shared.id, version: 1, power_w: 1_500 });
    for (const ctx of keepers)
      await until(
        () => dayOf(ctx),
        (power) => power === 3_000,
      );
    expect(await asked()).toEqual([{ tenant_id: null, input: { model_id: shared.id } }]);
    expect((await getPortfolio.execute(bystander, {})).computed_at).toBe(untouched.computed_at);

    // Another name changes nobody's figures.
    await editModel.execute(platform, { id: shared.id, version: 2, release_year: 2024 });
    await retireModel.execute(platform, { id: shared.id, version: 3 });
    const told = () =>
      query("select 1 from event_keys where aggregate_key = $1 and version = 4", [`model:${shared.id}`]);
    await until(told, (rows) => rows.length === 1);
    expect(await asked()).toHaveLength(1);
  });

  it("of a company's own model is worked in within the company", async () => {
    const tenant = await testTenant();
    const owner = tenant.ctx("owner");
    const own = await addModel.execute(owner, facts());
    await addUserMiner.execute(owner, { miner_model_id: own.id, quantity: 3 });
    await until(
      () => dayOf(owner),
      (power) => power === 6_000,
    );
    await editModel.execute(owner, { id: own.id, version: 1, power_w: 1_000 });
    await until(
      () => dayOf(owner),
      (power) => power === 3_000,
    );
    expect((await asked()).at(-1)).toEqual({ tenant_id: tenant.id, input: { model_id: own.id } });
    expect(await query("select * from event_dlq")).toEqual([]);
  });
});

const facts = () => ({
  ...{ model_name: `Held ${randomUUID().slice(0, 8)}`, manufacturer: "Acme", hashrate_th: 100, power_w: 2_000 },
  ...{ release_year: 2025, cooling: "air" as const },
});
