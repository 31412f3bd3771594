import { expect, it } from "vitest";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { consumerCtx, inEventsUnit } from "@/lib/transport/ctx";
import { keepFleetDays } from "./keep-fleet-days";

const totals = (machines: number) => ({
  ...{ machines, hashrate_th: machines * 200.5, power_w: machines * 3_500 },
  ...{ daily_revenue: 10.25, daily_cost: 4.125, daily_profit: 6.125 },
});

it("adds changes up, and keeps of a day the totals of the highest version, whatever came when", async () => {
  const tenant = await testTenant();
  const { userId } = tenant.members.owner;
  const keep = (...events: [at: string, version: number, machines?: number][]) =>
    inEventsUnit("intel-group", async ({ unit }) => {
      await unit.rescope({ tenantId: tenant.id, userId, work: "" });
      const ctx = consumerCtx("intel-group", { event_id: crypto.randomUUID(), tenant_id: tenant.id }, unit);
      await keepFleetDays.execute(ctx, {
        user_id: userId,
        events: events.map(([occurred_at, version, machines]) => ({
          ...{ occurred_at, version },
          totals: machines === undefined ? null : totals(machines),
        })),
      });
    });
  const days = () =>
    query(
      `select day::text, changes, machines, hashrate_th::float8 as hashrate, daily_profit_usd::float8 as profit, totals_version::int as version
       from fleet_days where tenant_id = $1 order by day`,
      [tenant.id],
    );
  const [first, second] = ["2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z"];

  await keep([first, 1], [second, 2]);
  expect(await days()).toEqual([
    { day: "2026-03-01", changes: 1, machines: null, hashrate: null, profit: null, version: 0 },
    { day: "2026-03-02", changes: 1, machines: null, hashrate: null, profit: null, version: 0 },
  ]);
  await keep([first, 5, 50], [first, 4, 40]);
  await keep([first, 3, 30], [first, 3], [second, 6, 0]);
  expect(await days()).toEqual([
    { day: "2026-03-01", changes: 2, machines: 50, hashrate: 10_025, profit: 6.125, version: 5 },
    { day: "2026-03-02", changes: 1, machines: 0, hashrate: 0, profit: 6.125, version: 6 },
  ]);
  await keep([first, 7, 70]);
  expect(await days()).toMatchObject([{ changes: 2, machines: 70, version: 7 }, { version: 6 }]);
});
