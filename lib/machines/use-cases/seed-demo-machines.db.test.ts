import { afterAll, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { listUserMiners } from "./list-user-miners";
import { retireUserMiner } from "./retire-user-miner";
import { seedCatalogue } from "./seed-catalogue";
import { seedDemoMachines } from "./seed-demo-machines";

afterAll(disconnectDatabase);

it("gives the demo's people machines of their own once, each with its event and entry, and nobody else any", async () => {
  await seedCatalogue.execute(systemCtx("test"), {});
  const [demo, free, other] = [await testTenant(), await testTenant({ plan: "free" }), await testTenant()];
  await query("update tenants set is_demo = true where id = any($1)", [[demo.id, free.id]]);
  try {
    const { people } = await seedDemoMachines.execute(systemCtx("seed:test"), {});
    expect(people).toBeGreaterThanOrEqual(6);
    const owners = await listUserMiners.execute(demo.ctx("owner"), {});
    expect(owners.items.length).toBe(4);
    expect((await listUserMiners.execute(demo.ctx("guest"), {})).items).toEqual([]);
    expect((await listUserMiners.execute(other.ctx("owner"), {})).items).toEqual([]);
    const log = await query<{ tenant_id: string }>(
      "select distinct tenant_id from audit_log where entity_id = any($1)",
      [owners.items.map(({ id }) => id)],
    );
    expect(log).toEqual([{ tenant_id: demo.id }]);
    const told = await query<{ versions: number[] }>(
      "select array_agg(aggregate_version::int order by id) as versions from event_outbox where tenant_id = $1 and user_id = $2",
      [demo.id, demo.members.owner.userId],
    );
    expect(told[0]?.versions).toEqual([1, 2, 3, 4]);

    for (const { id, version } of owners.items) await retireUserMiner.execute(demo.ctx("owner"), { id, version });
    expect(await seedDemoMachines.execute(systemCtx("seed:test"), {})).toEqual({ people: 0, machines: 0 });
  } finally {
    await query("update tenants set is_demo = false where id = any($1)", [[demo.id, free.id]]);
  }
});
