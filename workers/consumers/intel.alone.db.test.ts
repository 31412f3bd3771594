import { afterAll, beforeAll, expect, it } from "vitest";
import { addUserMiner } from "@/lib/machines/use-cases/add-user-miner";
import { changeUserMiner } from "@/lib/machines/use-cases/change-user-miner";
import { seedCatalogue } from "@/lib/machines/use-cases/seed-catalogue";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import { until } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { systemCtx } from "@/lib/transport/ctx";
import { consumer as intel } from "./intel";
import { consumer as portfolio } from "./portfolio-recalc";

const drop = await ownDatabase();
const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", retryMs: 50 });
beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(async () => {
  await bus.stop();
  await drop();
});

it("has the day's last totals and its changes, from two topics and another group's telling", async () => {
  const tenant = await testTenant();
  const owner = tenant.ctx("owner");
  await bus.start([subscriberOf(portfolio), subscriberOf(intel)]);
  const miner = await addUserMiner.execute(owner, { miner_model: "Antminer S21 200T", quantity: 10 });
  await changeUserMiner.execute(owner, { id: miner.id, version: 1, quantity: 12 });
  const days = () =>
    query<{ changes: number; machines: number; hashrate: number; user_id: string }>(
      "select sum(changes)::int as changes, max(machines) as machines, max(hashrate_th)::float8 as hashrate, user_id from fleet_days where tenant_id = $1 group by user_id",
      [tenant.id],
    );
  const rows = await until(days, ([row]) => row?.changes === 2 && row.machines === 12);
  expect(rows).toEqual([{ changes: 2, machines: 12, hashrate: 2_400, user_id: tenant.members.owner.userId }]);
});
