import { afterAll, beforeAll, expect, it } from "vitest";
import { getPortfolio } from "@/lib/calculator/use-cases/portfolio/get-portfolio";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { changeUserMiner } from "@/lib/machines/use-cases/change-user-miner";
import { retireUserMiner } from "@/lib/machines/use-cases/retire-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import { until } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { systemCtx } from "@/lib/transport/ctx";
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
  expect(await query("select * from event_dlq")).toEqual([]);
});
