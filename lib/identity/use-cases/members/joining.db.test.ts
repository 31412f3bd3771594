import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/identity/core/digest";
import { mailedToken } from "@/lib/testing/mails";
import { newAddress, PASSWORD, sessionCaller, visitor } from "@/lib/testing/people";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testMember, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import type { Role } from "../../policy";
import { login } from "../login";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { joinCompany } from "./join-company";

let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  [tenant, other] = [await testTenant(), await testTenant()];
});

async function invited(email: string, role: Role = "client", more: object = {}): Promise<string> {
  await inviteMember.execute(tenant.ctx("owner"), { email, role, ...more });
  return mailedToken(email);
}
const join = (token: string, more: object = {}) =>
  joinCompany.execute(visitor(), { token, name: "Cleo Client", password: PASSWORD, ...more });
const accessOf = (email: string) => sql`
  select a.role, a.has_access, a.expires_at, a.email, a.name from user_access a
  where a.tenant_id = ${tenant.id} and a.email = ${email}`;

describe("joining without an account", () => {
  it("makes a person with a confirmed address and the invited role, and signs in", async () => {
    const email = newAddress();
    const token = await invited(email, "client", { access_expires_at: "2099-05-01T02:00:00+02:00" });
    const joined = await join(token);
    expect(joined.user).toMatchObject({ email, role: "client", tenant_id: tenant.id });
    expect(await accessOf(email)).toEqual([
      { role: "client", has_access: true, expires_at: new Date("2099-05-01T00:00:00Z"), email, name: "Cleo Client" },
    ]);
    const [user] = await sql`select email_verified_at, platform_admin, locale from users where email = ${email}`;
    expect(user).toMatchObject({ email_verified_at: expect.any(Date), platform_admin: false, locale: "en" });
    const { ctx } = await sessionCaller(joined.sid);
    expect(ctx).toMatchObject({ tenantId: tenant.id, actor: { role: "client", ownOnly: true } });
    expect(await login.execute(visitor(), { email, password: PASSWORD })).toMatchObject({ user: { role: "client" } });
    const records =
      await sql`select method, outcome, tenant_id from login_records where email = ${email} order by id limit 1`;
    expect(records).toEqual([{ method: "invitation", outcome: "ok", tenant_id: tenant.id }]);
  });

  it("stands in the company's audit log, without the password or the token", async () => {
    const email = newAddress();
    const token = await invited(email);
    await join(token);
    const entries =
      await sql`select * from audit_log where tenant_id = ${tenant.id} and use_case = 'members.invitation.join'
      and (after->>'email' = ${email} or entity = 'sessions')`;
    expect(entries.map(({ entity }) => entity)).toEqual(expect.arrayContaining(["user_access", "sessions"]));
    expect(JSON.stringify(await sql`select * from audit_log where tenant_id = ${tenant.id}`)).not.toContain(PASSWORD);
    expect(JSON.stringify(entries)).not.toContain(token);
    expect(JSON.stringify(entries)).not.toContain(await sha256Hex(token));
  });

  it("asks the role's second factor of an admin before anything else", async () => {
    const email = newAddress();
    const { sid } = await join(await invited(email, "admin"));
    expect((await sessionCaller(sid)).ctx?.actor).toMatchObject({ role: "admin", mustEnrol: true });
  });

  it("lets one in of many who come at once, and nobody later", async () => {
    const email = newAddress();
    const token = await invited(email);
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => join(token)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries) {
      if (one.status === "rejected") expect(["validation", "not_found"]).toContain(one.reason.code);
    }
    expect(await accessOf(email)).toHaveLength(1);
    await expect(join(token)).rejects.toMatchObject({ code: "not_found" });
  });

  it("tells who has an account to sign in, and changes nothing", async () => {
    const { email } = other.members.guest;
    const token = await invited(email);
    await expect(join(token)).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ path: "token", code: "account_exists" }] },
    });
    expect(await accessOf(email)).toEqual([]);
    expect(await acceptInvitation.execute(other.ctx("guest"), { token })).toMatchObject({ role: "client" });
  });

  it.each([
    ["short", "password_short"],
    ["quietmine1234", "password_context"],
    ["password1234", "password_common"],
  ])("refuses the password %s, and the link still works", async (password, code) => {
    const email = newAddress("quietmine");
    const token = await invited(email);
    await expect(join(token, { password })).rejects.toMatchObject({
      details: { errors: [{ path: "password", code }] },
    });
    expect(await sql`select id from users where email = ${email}`).toEqual([]);
    expect(await join(token)).toMatchObject({ user: { email } });
  });

  it.each([{ email: "x@mine.example" }, { role: "owner" }, { tenant_id: "x" }, { platform_admin: true }])(
    "takes no %o",
    async (more) => {
      await expect(join("x".repeat(43), more)).rejects.toMatchObject({ code: "validation" });
    },
  );

  it("leads nowhere with an unknown link, a taken-back one, or into a closed company", async () => {
    await expect(join("x".repeat(43))).rejects.toMatchObject({ code: "not_found" });
    const closed = await testTenant();
    const email = newAddress();
    await inviteMember.execute(closed.ctx("owner"), { email, role: "guest" });
    const token = await mailedToken(email);
    await sql`update tenants set closed_at = now() where id = ${closed.id}`;
    await expect(join(token)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("accepting as who is signed in", () => {
  it("gives access to the second company, and leaves the session where it is", async () => {
    const { operator } = other.members;
    const token = await invited(operator.email, "operator");
    expect(await acceptInvitation.execute(other.ctx("operator"), { token })).toEqual({
      tenant_id: tenant.id,
      company: tenant.name,
      role: "operator",
    });
    expect(await accessOf(operator.email)).toMatchObject([{ role: "operator", has_access: true }]);
    const [entry] = await sql`select tenant_id from audit_log where use_case = 'members.invitation.accept'
      and actor_id = ${operator.userId} and entity = 'user_access'`;
    expect(entry).toEqual({ tenant_id: tenant.id });
    const [session] = await sql`select tenant_id from sessions where id = ${operator.sessionId}`;
    expect(session).toEqual({ tenant_id: other.id });
  });

  it("makes one access of many accepts at once", async () => {
    const member = await testMember(other.id, "client");
    const token = await invited(member.email);
    const accept = () => acceptInvitation.execute(other.ctx(member), { token });
    const tries = await Promise.allSettled(Array.from({ length: 8 }, accept));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await accessOf(member.email)).toHaveLength(1);
  });

  it("is for the invited address alone, and only once it is confirmed", async () => {
    const member = await testMember(other.id, "operator");
    const token = await invited(member.email);
    await expect(acceptInvitation.execute(other.ctx("client"), { token })).rejects.toMatchObject({
      code: "forbidden",
      details: { errors: [{ path: "token", code: "other_address" }] },
    });
    await sql`update users set email_verified_at = null where id = ${member.userId}`;
    await expect(acceptInvitation.execute(other.ctx(member), { token })).rejects.toMatchObject({
      code: "email_unverified",
    });
    expect(await accessOf(member.email)).toEqual([]);
  });

  it("is not for a platform administrator, nor for a visitor", async () => {
    const platform = await testPlatformAdmin();
    const token = await invited(platform.email);
    await expect(acceptInvitation.execute(platform.ctx, { token })).rejects.toMatchObject({ code: "forbidden" });
    await expect(acceptInvitation.execute(visitor(), { token })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("lets somebody back in with the new role, and none of their old sessions and keys", async () => {
    const member = await testMember(tenant.id, "guest");
    await sql`insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at)
      values (${member.userId.replaceAll("-", "").slice(0, 8)}, ${tenant.id}, ${member.userId}, 'k', ${"a".repeat(64)}, '{}', '{}', now())`;
    await sql`update user_access set expires_at = now() - interval '1 hour' where id = ${member.accessId}`;
    const elsewhere =
      await sql`insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
      values (gen_random_uuid(), ${other.id}, ${member.userId}, ${member.email}, 'x', 'guest', now(), now()) returning id`;
    expect(elsewhere).toHaveLength(1);
    const token = await invited(member.email, "operator");
    await acceptInvitation.execute(other.ctx(member), { token });
    expect(await accessOf(member.email)).toMatchObject([{ role: "operator", has_access: true, expires_at: null }]);
    const [session] = await sql`select revoked_at from sessions where id = ${member.sessionId}`;
    expect(session?.revoked_at).toBeInstanceOf(Date);
    const [key] = await sql`select revoked_at from api_keys where user_id = ${member.userId}`;
    expect(key?.revoked_at).toBeInstanceOf(Date);
  });

  it("is refused where one has access by now", async () => {
    const member = await testMember(other.id, "guest");
    const token = await invited(member.email);
    await sql`insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
      values (gen_random_uuid(), ${tenant.id}, ${member.userId}, ${member.email}, 'x', 'guest', now(), now())`;
    await expect(acceptInvitation.execute(other.ctx(member), { token })).rejects.toMatchObject({ code: "conflict" });
    expect(await accessOf(member.email)).toMatchObject([{ role: "guest" }]);
  });
});
