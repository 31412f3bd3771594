import { afterAll, afterEach, expect, it } from "vitest";
import { flushObjectives } from "@/lib/platform/metrics/keep-objectives";
import { countDuration, countObjective, takeObjectives } from "@/lib/platform/metrics/objective-counts";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { getHealth } from "./get-health";
import { getSloHealth } from "./get-slo-health";

const drop = await ownDatabase();
afterAll(drop);
afterEach(async () => {
  takeObjectives();
  await query("delete from system_performance_logs");
});
const platform = await testPlatformAdmin();
const slo = async (name: string) =>
  (await getSloHealth.execute(platform.ctx, {})).objectives.find((one) => one.name === name);

it("what processes count adds up, and survives them", async () => {
  for (const ms of [250, 251, 251]) countDuration("api_p95", ms);
  await flushObjectives();
  countObjective("api_p95", 17, 17);
  await flushObjectives();
  expect(takeObjectives()).toEqual([]);
  const rows = await query("select sum(total)::int as total, sum(good)::int as good from system_performance_logs");
  expect(rows).toEqual([{ total: 20, good: 18 }]);
  expect(await slo("api_p95")).toMatchObject({
    ...{ target: 0.95, within_ms: 250, total: 20, good_share: 0.9, budget_left: -1, state: "missed" },
    windows: [{ window: "5m", burn_rate: 2 }, { window: "1h" }, { window: "6h" }, { window: "3d", total: 20 }],
  });
});

it("each window counts its own time, and beyond the period nothing counts", async () => {
  await query(
    `insert into system_performance_logs (minute, objective, total, good)
     select date_trunc('minute', now()) - make_interval(mins => ago), 'availability', 1000, 1000 - bad
     from (values (0, 0), (30, 1), (240, 2), (2000, 3), (20000, 4), (43300, 1000)) as given (ago, bad)`,
  );
  expect(await slo("availability")).toMatchObject({
    total: 5000,
    budget_left: -3,
    windows: [
      { window: "5m", total: 1000, burn_rate: 0 },
      { window: "1h", total: 2000, burn_rate: 1 },
      { window: "6h", total: 3000, burn_rate: 2 },
      { window: "3d", total: 4000, burn_rate: 3 },
    ],
  });
  expect(await getHealth.execute(platform.ctx, {})).toMatchObject({
    ...{ status: "missed", kept: 0, at_risk: [], missed: ["availability"] },
    no_data: expect.arrayContaining(["cache_hits", "write_to_visible"]),
  });
});

it("is for owners, admins and the platform", async () => {
  const tenant = await testTenant();
  await expect(getHealth.execute(tenant.ctx("admin"), {})).resolves.toMatchObject({ status: "ok", kept: 0 });
  await expect(getHealth.execute(tenant.ctx("operator"), {})).rejects.toMatchObject({ code: "forbidden" });
});
