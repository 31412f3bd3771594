import { beforeAll, describe, expect, it } from "vitest";
import { judgeSession } from "@/lib/identity/core/judge-session";
import { readSessionFacts } from "@/lib/identity/data/session-facts";
import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { tx } from "@/lib/platform/db";
import { lastMail } from "@/lib/testing/mails";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testMember, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { countMembers } from "../../data/tenant-list";
import { ROLES } from "../../policy";
import { closeTenant, reopenTenant } from "./close-tenant";
import { listTenants } from "./list-tenants";

let tenant: TestTenant;
let platform: Ctx;
beforeAll(async () => {
  tenant = await testTenant();
  platform = (await testPlatformAdmin()).ctx;
});

describe("the platform's list of companies", () => {
  it("finds them by name or id, with a count of people and nothing of whom it counts", async () => {
    const { guest, client } = tenant.members;
    await sql`update user_access set has_access = false where id = ${guest.accessId}`;
    await sql`update user_access set expires_at = now() - interval '1 second' where id = ${client.accessId}`;
    const { items, total } = await listTenants.execute(platform, { search: tenant.id });
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        id: tenant.id,
        name: tenant.name,
        plan: "enterprise",
        members: 5,
        is_demo: false,
        created_at: expect.any(String),
        closed_at: null,
      },
    ]);
    const byName = await listTenants.execute(platform, { search: tenant.name.toUpperCase() });
    expect(byName.items.map(({ id }) => id)).toEqual([tenant.id]);
    expect((await listTenants.execute(platform, { search: "%" })).total).toBe(0);
  });

  it("comes page by page", async () => {
    const stem = `Paged ${crypto.randomUUID()}`;
    for (const end of ["a", "b", "c"])
      await sql`insert into tenants (id, name, plan, created_at) values (gen_random_uuid(), ${`${stem} ${end}`}, 'free', now())`;
    const first = await listTenants.execute(platform, { search: stem, limit: 2 });
    const rest = await listTenants.execute(platform, { search: stem, limit: 2, cursor: first.next_cursor });
    expect([...first.items, ...rest.items].map(({ name }) => name.at(-1))).toEqual(["a", "b", "c"]);
    expect([first.total, rest.next_cursor]).toEqual([3, null]);
  });

  it("is the whole of what the platform sees: no person, no access, no mail, no entry of a company", async () => {
    const seen = await inOwnUnit(platform, "test", async (own) => {
      const db = await tx(own);
      await countMembers(own, [tenant.id]);
      const where = { tenantId: tenant.id };
      return [
        await db.userAccess.count({ where }),
        await db.invitation.count({ where }),
        await db.mail.count({ where }),
        await db.auditLog.count({ where }),
        await db.loginRecord.count({ where }),
        await db.session.count({ where }),
        await db.apiKey.count({ where }),
        await db.user.count({ where: { id: tenant.members.owner.userId } }),
      ];
    });
    expect(seen).toEqual(Array(8).fill(0));
  });

  it.each(ROLES)("is not for the %s, and nor is the count", async (role) => {
    await expect(listTenants.execute(tenant.ctx(role), {})).rejects.toMatchObject({ code: "forbidden" });
    const counted = inOwnUnit(tenant.ctx(role), "test", (own) => countMembers(own, [tenant.id]));
    await expect(counted).rejects.toThrow(/only the platform counts members/);
  });
});

describe("closing a company", () => {
  const reason = "Unpaid since January, told twice";
  const verdict = async (at: TestTenant) => {
    const facts = await readSessionFacts(at.members.owner.sidHash);
    return facts && judgeSession(facts, new Date());
  };

  it("ends its sessions at once, stands in its audit log, and is undone by opening it again", async () => {
    const mine = await testTenant();
    const closed = await closeTenant.execute(platform, { id: mine.id, reason });
    expect(closed).toMatchObject({ id: mine.id, members: 7, closed_at: expect.any(String) });
    expect(await verdict(mine)).toEqual({ live: false, reason: "tenant_closed" });
    await expect(closeTenant.execute(platform, { id: mine.id, reason })).rejects.toMatchObject({ code: "conflict" });
    expect((await listTenants.execute(platform, { search: mine.id, state: "closed" })).total).toBe(1);
    expect((await listTenants.execute(platform, { search: mine.id, state: "open" })).total).toBe(0);
    const opened = await reopenTenant.execute(platform, { id: mine.id, reason });
    expect(opened.closed_at).toBeNull();
    expect(await verdict(mine)).toMatchObject({ live: true, role: "owner" });
    const entries = await sql`select tenant_id, use_case, after->>'reason' as reason from audit_log
      where entity = 'tenants' and entity_id = ${mine.id} order by id`;
    expect(entries).toEqual([
      { tenant_id: mine.id, use_case: "platform.tenant.close", reason },
      { tenant_id: mine.id, use_case: "platform.tenant.reopen", reason },
    ]);
  });

  it("is told to its owners and admins by mail, with the reason, and to nobody else", async () => {
    const mine = await testTenant();
    const { owner, admin, operator } = mine.members;
    const former = await testMember(mine.id, "admin");
    await sql`update users set locale = 'zh' where id = ${admin.userId}`;
    await sql`update user_access set has_access = false where id = ${former.accessId}`;
    await closeTenant.execute(platform, { id: mine.id, reason });
    const told = { kind: "company-closed", params: { company: mine.name, reason } };
    expect(await lastMail(owner.email)).toMatchObject(told);
    expect(await lastMail(admin.email)).toMatchObject(told);
    expect(await sql`select locale from mails where recipient = ${admin.email}`).toEqual([{ locale: "zh" }]);
    for (const { email } of [operator, former]) expect(await lastMail(email)).toBeUndefined();
    await reopenTenant.execute(platform, { id: mine.id, reason });
    expect(await sql`select 1 from mails where recipient = ${owner.email}`).toHaveLength(1);
  });

  it("is for platform administrators with a fresh proof, and for a reason", async () => {
    const stale: Ctx = { ...platform, actor: { ...platform.actor, freshUntil: new Date(0) } };
    const { id } = tenant;
    await expect(closeTenant.execute(stale, { id, reason })).rejects.toMatchObject({ code: "step_up_required" });
    await expect(closeTenant.execute(tenant.ctx("owner"), { id, reason })).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeTenant.execute(platform, { id, reason: "why" })).rejects.toMatchObject({ code: "validation" });
    const nowhere = closeTenant.execute(platform, { id: crypto.randomUUID(), reason });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
  });
});
