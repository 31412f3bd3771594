import { beforeAll, describe, expect, it } from "vitest";
import { toldOf } from "@/lib/testing/events/told-of";
import { newAddress, visitor } from "@/lib/testing/people";
import { query, sql } from "@/lib/testing/sql";
import { type TestTenant, testMember, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { ROLES } from "../../policy";
import { getCompany, renameCompany } from "./company";
import { listLogins, listOwnLogins } from "./list-logins";
import { listOwnTenants } from "./list-own-tenants";
import { listPlans } from "./list-plans";

let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  [tenant, other] = [await testTenant({ plan: "core" }), await testTenant()];
});

describe("the company", () => {
  it("is shown to owners and admins, and renamed by owners", async () => {
    expect(await getCompany.execute(tenant.ctx("admin"), {})).toMatchObject({ id: tenant.id, plan: "core" });
    const renamed = await renameCompany.execute(tenant.ctx("owner"), { version: 1, name: "  Nordlicht\u202e  Mine " });
    expect(renamed).toMatchObject({ name: "Nordlicht Mine", plan: "core", version: 2 });
    expect(await getCompany.execute(tenant.ctx("owner"), {})).toEqual(renamed);
    const entries =
      await sql`select before, after from audit_log where tenant_id = ${tenant.id} and entity = 'tenants'`;
    expect(entries).toEqual([{ before: { name: tenant.name }, after: { name: "Nordlicht Mine" } }]);
    expect(await getCompany.execute(other.ctx("owner"), {})).toMatchObject({ name: other.name });
  });

  it("isn't renamed by who read it before another did", async () => {
    const { id, ctx, name } = await testTenant();
    const rename = (version: number, to: string) => renameCompany.execute(ctx("owner"), { version, name: to });
    await rename(1, "First");
    await expect(rename(1, "Second")).rejects.toMatchObject({ code: "precondition_failed" });
    expect(await getCompany.execute(ctx("owner"), {})).toMatchObject({ name: "First", version: 2 });
    const [entry, ...others] = await sql`select before, after from audit_log where tenant_id = ${id}`;
    expect([entry, others]).toEqual([{ before: { name }, after: { name: "First" } }, []]);
    const told = { kind: "identity.company.changed.v1", topic: "events.crm", version: 1, tenant_id: id, user_id: null };
    const payload = { name: "First", plan: "enterprise", is_demo: false, closed_at: null };
    expect(await toldOf(`company:${id}`)).toEqual([{ ...told, payload }]);
  });

  it.each(ROLES.filter((role) => role !== "owner"))("is not renamed by the %s", async (role) => {
    await expect(renameCompany.execute(tenant.ctx(role), { version: 1, name: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it.each([{ name: "" }, { name: " \u200b " }, { name: "x".repeat(121) }, { name: "Mine", plan: "enterprise" }])(
    "takes no %o",
    async (input) => {
      await expect(renameCompany.execute(tenant.ctx("owner"), { version: 2, ...input })).rejects.toMatchObject({
        code: "validation",
      });
    },
  );
});

describe("the companies that somebody belongs to", () => {
  it("are theirs alone, with what they may do in each", async () => {
    const member = await testMember(tenant.id, "client");
    const [closed, left] = [await testTenant(), await testTenant()];
    await sql`update tenants set closed_at = now() where id = ${closed.id}`;
    for (const [id, hasAccess] of [
      [closed.id, true],
      [left.id, false],
    ])
      await sql`insert into user_access (id, tenant_id, user_id, email, name, role, has_access, created_at, updated_at)
        values (gen_random_uuid(), ${id}, ${member.userId}, ${member.email}, 'x', 'guest', ${hasAccess}, now(), now())`;
    const { items } = await listOwnTenants.execute(tenant.ctx(member), {});
    expect(items.map(({ tenant_id, role, status, is_current }) => [tenant_id, role, status, is_current])).toEqual(
      expect.arrayContaining([
        [tenant.id, "client", "active", true],
        [closed.id, "guest", "closed", false],
        [left.id, "guest", "revoked", false],
      ]),
    );
    expect(items).toHaveLength(3);
  });

  it("are none for a platform administrator, and not for visitors", async () => {
    expect(await listOwnTenants.execute((await testPlatformAdmin()).ctx, {})).toEqual({ items: [] });
    await expect(listOwnTenants.execute(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

it("the four plans are public", async () => {
  expect(await listPlans.execute(visitor(), {})).toEqual({
    items: [
      { plan_type: "free", name: "Free", price_monthly: 0, max_miners: 10 },
      { plan_type: "core", name: "Core", price_monthly: 20, max_miners: 50 },
      { plan_type: "professional", name: "Professional", price_monthly: 50, max_miners: 100 },
      { plan_type: "enterprise", name: "Enterprise", price_monthly: 200, max_miners: null },
    ],
  });
});

describe("sign-ins", () => {
  type Attempt = { email: string; userId?: string; outcome?: string; at?: string };
  const attempt = (tenantId: string | null, { email, userId, outcome = "ok", at = "2026-05-01T12:00:00Z" }: Attempt) =>
    query(
      `insert into login_records (tenant_id, user_id, email, login_time, ip_address, user_agent, method, outcome)
       values ($1, $2, $3, $4, '192.0.2.1', 'test', 'password', $5)`,
      [tenantId, userId ?? null, email, at, outcome],
    );

  it("of the company are its own, newest first, page by page", async () => {
    const mine = await testTenant();
    const { owner, client } = mine.members;
    await attempt(mine.id, { email: client.email, userId: client.userId, at: "2026-05-01T00:00:00Z" });
    await attempt(mine.id, { email: client.email, outcome: "wrong_password", at: "2026-05-03T00:00:00Z" });
    await attempt(mine.id, { email: "100%@mine.example", outcome: "locked", at: "2026-05-02T23:59:59.999Z" });
    await attempt(other.id, { email: owner.email, userId: owner.userId, at: "2026-05-04T00:00:00Z" });
    await attempt(null, { email: client.email });
    const found = async (filter: object) =>
      (await listLogins.execute(mine.ctx("admin"), filter)).items.map(({ outcome }) => outcome);
    expect(await found({})).toEqual(["wrong_password", "locked", "ok"]);
    expect(await found({ outcome: "failed" })).toEqual(["wrong_password", "locked"]);
    expect(await found({ outcome: "locked" })).toEqual(["locked"]);
    expect(await found({ search: client.email.slice(0, 14).toUpperCase() })).toEqual(["wrong_password", "ok"]);
    expect(await found({ search: "%" })).toEqual(["locked"]);
    expect(await found({ from: "2026-05-02", to: "2026-05-02" })).toEqual(["locked"]);
    expect(await found({ to: "2026-05-02T23:59:59.999Z" })).toEqual(["ok"]);
    const first = await listLogins.execute(mine.ctx("owner"), { limit: 2 });
    const rest = await listLogins.execute(mine.ctx("owner"), { limit: 2, cursor: first.next_cursor });
    expect([...first.items, ...rest.items].map(({ outcome }) => outcome)).toEqual(["wrong_password", "locked", "ok"]);
    expect(rest.next_cursor).toBeNull();
    // The owner's own, elsewhere, is theirs and not this company's.
    const own = await listOwnLogins.execute(mine.ctx("owner"), {});
    expect(own.items).toMatchObject([{ email: owner.email, login_time: "2026-05-04T00:00:00.000Z" }]);
  });

  it("of one's own are nobody else's, for every role", async () => {
    const email = newAddress();
    const member = await testMember(tenant.id, "guest");
    await attempt(tenant.id, { email: member.email, userId: member.userId });
    await attempt(tenant.id, { email, userId: tenant.members.client.userId });
    const { items } = await listOwnLogins.execute(tenant.ctx(member), {});
    expect(items.map((item) => item.user_id)).toEqual([member.userId]);
  });

  it.each(["mining_site_owner", "operator", "client", "guest"] as const)(
    "of the company are not for the %s",
    async (role) => {
      await expect(listLogins.execute(tenant.ctx(role), {})).rejects.toMatchObject({ code: "forbidden" });
    },
  );

  it.each([
    { from: "yesterday" },
    { to: "2026-02-30" },
    { cursor: "abc" },
    { outcome: "OK!" },
    { limit: 0 },
    { tenant_id: "x" },
  ])("aren't asked for by %o", async (filter) => {
    await expect(listLogins.execute(tenant.ctx("owner"), filter)).rejects.toMatchObject({ code: "validation" });
  });
});
