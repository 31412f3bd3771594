import { afterAll, describe, expect, it } from "vitest";
import { tellMember } from "@/lib/identity/data/tell-member";
import { editAccess } from "@/lib/identity/use-cases/members/edit-access";
import { closeTenant, reopenTenant } from "@/lib/identity/use-cases/platform/close-tenant";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import { until } from "@/lib/testing/events/ground";
import { toldOf } from "@/lib/testing/events/told-of";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { systemCtx } from "@/lib/transport/ctx";
import { consumer } from "./crm-sync";

const drop = await ownDatabase();
afterAll(drop);
const tenant = await testTenant();
const { client, operator } = tenant.members;
const contacts = () =>
  query<{ user_id: string; email: string; has_portal: boolean }>(
    "select user_id, email, has_portal from crm_contacts where tenant_id = $1",
    [tenant.id],
  );

describe("the CRM's contacts", () => {
  it("follow the list of members through the event bus", async () => {
    const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", retryMs: 50 });
    await bus.start([subscriberOf(consumer)]);
    // The test's members were planted past the product, which tells of each; this is what it tells.
    const unit = systemCtx("test").begin("test.tell");
    for (const { accessId, userId, email, role } of [client, operator])
      tellMember(
        { emit: unit.emit },
        {
          id: accessId,
          tenantId: tenant.id,
          userId,
          email,
          name: "N",
          role,
          hasAccess: true,
          expiresAt: null,
          version: 1,
        },
      );
    await unit.commit();
    expect(await until(contacts, (rows) => rows.length === 1)).toEqual([
      { user_id: client.userId, email: client.email, has_portal: true },
    ]);
    await editAccess.execute(tenant.ctx("owner"), { id: client.accessId, version: 1, has_access: false });
    await until(contacts, ([row]) => row?.has_portal === false);
    await editAccess.execute(tenant.ctx("owner"), { id: client.accessId, version: 2, has_access: true });
    await until(contacts, ([row]) => row?.has_portal === true);

    const { ctx: platform } = await testPlatformAdmin();
    await closeTenant.execute(platform, { id: tenant.id, reason: "Asked for by the company itself." });
    await until(contacts, ([row]) => row?.has_portal === false);
    await reopenTenant.execute(platform, { id: tenant.id, reason: "Asked for by the company itself." });
    await until(contacts, ([row]) => row?.has_portal === true);
    expect(await toldOf(`company:${tenant.id}`)).toMatchObject([
      { kind: "identity.company.closed.v1", version: 1, tenant_id: tenant.id },
      { kind: "identity.company.reopened.v1", version: 2, tenant_id: tenant.id },
    ]);
    expect(await query("select * from event_dlq")).toEqual([]);
    await bus.stop();
  });
});
