import { beforeAll, describe, expect, it } from "vitest";
import { judgeSession } from "@/lib/identity/core/judge-session";
import { readApiKeyFacts, readSessionFacts } from "@/lib/identity/data/session-facts";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { tx } from "@/lib/platform/db";
import { lastMail } from "@/lib/testing/mails";
import { sql } from "@/lib/testing/sql";
import { type Member, type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { isKeyLive } from "../../core/judge-api-key";
import type { Role } from "../../policy";
import { editAccess } from "./edit-access";
import { getAccess, listAccess } from "./list-access";
import { endSessionsOfMember, listSessionsOfMember } from "./member-sessions";
import { revokeAccess } from "./revoke-access";

let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  [tenant, other] = [await testTenant(), await testTenant()];
});

const edit = (who: Role | Member, target: Member, change: object, version = 1, at = tenant) =>
  editAccess.execute(at.ctx(who), { id: target.accessId, version, ...change });
const revoke = (who: Role | Member, target: Member, at = tenant) =>
  revokeAccess.execute(at.ctx(who), { id: target.accessId });
const verdict = async (member: Member) => {
  const facts = await readSessionFacts(member.sidHash);
  return facts && judgeSession(facts, new Date());
};

async function apiKey({ userId }: Member, tenantId: string): Promise<string> {
  const id = userId.replaceAll("-", "").slice(-8);
  await sql`insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at)
    values (${id}, ${tenantId}, ${userId}, 'key', ${"a".repeat(64)}, '{}', '{}', now())`;
  return id;
}

describe("changing a role", () => {
  it("writes it down before and after, raises the version, signs out, and tells the person in their language", async () => {
    const member = await testMember(tenant.id, "guest");
    await sql`update users set locale = 'zh' where id = ${member.userId}`;
    const end = "2099-01-01T00:00:00.000Z";
    const item = await edit("admin", member, { role: "operator", expires_at: end });
    expect(item).toMatchObject({ role: "operator", version: 2, expires_at: end, status: "active", is_self: false });
    expect(await verdict(member)).toEqual({ live: false, reason: "revoked" });
    const entries = await sql`select use_case, before, after from audit_log where entity_id = ${member.accessId}`;
    expect(entries).toEqual([
      {
        use_case: "members.access.edit",
        before: { email: member.email, role: "guest", has_access: true, expires_at: null },
        after: { email: member.email, role: "operator", has_access: true, expires_at: end },
      },
    ]);
    const mails = await sql`select kind, locale from mails where recipient = ${member.email}`;
    expect(mails).toEqual(Array(2).fill({ kind: "access-changed", locale: "zh" }));
  });

  it("leaves sessions in other companies alone", async () => {
    const member = await testMember(tenant.id, "client");
    const [elsewhere] = await sql<{
      id: string;
    }>`insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
      values (gen_random_uuid(), md5(random()::text) || md5(random()::text), ${member.userId}, ${other.id}, '{pwd}', '', '', now(), now(), now(), now() + interval '1 day')
      returning id`;
    await edit("owner", member, { role: "guest" });
    expect(await sql`select revoked_at from sessions where id = ${elsewhere?.id}`).toEqual([{ revoked_at: null }]);
  });

  it("is refused to who changed it second", async () => {
    const member = await testMember(tenant.id, "guest");
    const tries = await Promise.allSettled([
      edit("owner", member, { role: "client" }),
      edit("admin", member, { role: "operator" }),
    ]);
    const refused = tries.filter(({ status }) => status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "precondition_failed" } }]);
    expect((await getAccess.execute(tenant.ctx("owner"), { id: member.accessId })).version).toBe(2);
  });

  it("lets sessions be where only the end of the access changes", async () => {
    const member = await testMember(tenant.id, "client");
    await edit("owner", member, { expires_at: "2099-01-01T00:00:00Z" });
    expect(await verdict(member)).toMatchObject({ live: true, role: "client" });
    expect(await lastMail(member.email)).toMatchObject({
      kind: "access-changed",
      params: { company: tenant.name, by: "The owner", change: { what: "expiry", until: "2099-01-01T00:00:00.000Z" } },
    });
    await edit("owner", member, { expires_at: null }, 2);
    expect((await lastMail(member.email))?.params.change).toEqual({ what: "expiry", until: null });
  });

  it("is given back with a mail that says so, as what and until when", async () => {
    const member = await testMember(tenant.id, "client");
    await edit("owner", member, { expires_at: "2099-01-01T00:00:00Z" });
    await edit("owner", member, { has_access: false }, 2);
    await edit("owner", member, { has_access: true }, 3);
    expect((await lastMail(member.email))?.params.change).toEqual({
      what: "restored",
      role: "client",
      until: "2099-01-01T00:00:00.000Z",
    });
  });

  it.each<[string, Role, Role, object, string, string | undefined]>([
    ["an admin doesn't touch an owner", "admin", "owner", { role: "admin" }, "forbidden", "role_not_yours"],
    ["an admin doesn't end an owner's access", "admin", "owner", { has_access: false }, "forbidden", "role_not_yours"],
    ["an admin makes nobody an owner", "admin", "guest", { role: "owner" }, "forbidden", "role_not_yours"],
    ["an owner doesn't change their own", "owner", "owner", { expires_at: null }, "forbidden", "own_access"],
    ["an admin doesn't change their own", "admin", "admin", { role: "guest" }, "forbidden", "own_access"],
    ["no end that is over", "owner", "guest", { expires_at: "2020-01-01T00:00:00Z" }, "validation", "expiry_past"],
    ["not nothing", "owner", "guest", {}, "validation", undefined],
    [
      "no other fields",
      "owner",
      "guest",
      { role: "client", email: "x@mine.example" },
      "validation",
      "unrecognized_keys",
    ],
    ["a site owner only reads", "mining_site_owner", "guest", { role: "client" }, "forbidden", undefined],
    ["an operator doesn't", "operator", "guest", { role: "client" }, "forbidden", undefined],
    ["a client doesn't", "client", "guest", { role: "client" }, "forbidden", undefined],
  ])("%s", async (_, who, target, change, code, detail) => {
    const refusal = edit(who, tenant.members[target], change);
    await expect(refusal).rejects.toMatchObject({ code });
    if (detail) await expect(refusal).rejects.toMatchObject({ details: { errors: [{ code: detail }] } });
  });

  it("asks for a recent proof of identity", async () => {
    const input = { id: tenant.members.guest.accessId, version: 1, role: "client" } as const;
    const stale = editAccess.execute(tenant.ctx("owner", { fresh: false }), input);
    await expect(stale).rejects.toMatchObject({ code: "step_up_required" });
    const also = revokeAccess.execute(tenant.ctx("owner", { fresh: false }), { id: input.id });
    await expect(also).rejects.toMatchObject({ code: "step_up_required" });
  });
});

describe("taking access away", () => {
  it("ends sessions, keys and invitations at once, and says so", async () => {
    const member = await testMember(tenant.id, "admin");
    const key = await apiKey(member, tenant.id);
    expect(await verdict(member)).toMatchObject({ live: true, role: "admin" });
    const [invitation] = await sql<{
      id: string;
    }>`insert into invitations (id, tenant_id, email, role, token_hash, invited_by, created_at, expires_at)
      values (gen_random_uuid(), ${tenant.id}, ${`x.${member.email}`}, 'guest', ${member.userId}, ${member.userId}, now(), now() + interval '1 day') returning id`;
    expect(await revoke("owner", member)).toMatchObject({ has_access: false, status: "revoked", version: 2 });
    expect(await verdict(member)).toEqual({ live: false, reason: "revoked" });
    const facts = await readApiKeyFacts(key);
    expect(facts && { isLive: isKeyLive(facts, new Date()), revoked: facts.revoked_at !== null }).toEqual({
      isLive: false,
      revoked: true,
    });
    const [open] = await sql`select revoked_at from invitations where id = ${invitation?.id}`;
    expect(open?.revoked_at).toBeInstanceOf(Date);
    expect(await lastMail(member.email)).toMatchObject({ params: { change: { what: "revoked" }, by: "The owner" } });
  });

  it("counts also for a session that was opened at the same time", async () => {
    const member = await testMember(tenant.id, "operator");
    await revoke("admin", member);
    await sql`update sessions set revoked_at = null where id = ${member.sessionId}`;
    expect(await verdict(member)).toEqual({ live: false, reason: "no_access" });
  });

  it("is undone by giving it back; the old sessions stay dead", async () => {
    const member = await testMember(tenant.id, "operator");
    await revoke("owner", member);
    expect(await edit("owner", member, { has_access: true }, 2)).toMatchObject({ status: "active", version: 3 });
    expect(await verdict(member)).toEqual({ live: false, reason: "revoked" });
  });

  it("of an admin withdraws what they may not give any more when they are demoted", async () => {
    const mine = await testTenant();
    const { admin } = mine.members;
    await sql`insert into invitations (id, tenant_id, email, role, token_hash, invited_by, created_at, expires_at)
      values (gen_random_uuid(), ${mine.id}, 'a@mine.example', 'guest', ${admin.userId}, ${admin.userId}, now(), now() + interval '1 day')`;
    await edit("owner", admin, { role: "operator" }, 1, mine);
    expect(
      await sql`select count(*)::int as open from invitations where tenant_id = ${mine.id} and revoked_at is null`,
    ).toEqual([{ open: 0 }]);
  });
});

describe("the last owner", () => {
  it.each([{ role: "admin" }, { has_access: false }, { expires_at: "2099-01-01T00:00:00Z" }])(
    "stays, whatever another one whose access ends wants: %o",
    async (change) => {
      const mine = await testTenant();
      const second = await testMember(mine.id, "owner");
      await sql`update user_access set expires_at = now() + interval '1 day' where id = ${second.accessId}`;
      await expect(edit(second, mine.members.owner, change, 1, mine)).rejects.toMatchObject({
        code: "conflict",
        details: { errors: [{ code: "last_owner" }] },
      });
    },
  );

  it("is one of two who unmake each other at once", async () => {
    for (let round = 0; round < 4; round++) {
      const mine = await testTenant();
      const second = await testMember(mine.id, "owner");
      const tries = await Promise.allSettled([
        revoke("owner", second, mine),
        edit(second, mine.members.owner, { role: "guest" }, 1, mine),
      ]);
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const owners =
        await sql`select id from user_access where tenant_id = ${mine.id} and role = 'owner' and has_access`;
      expect(owners).toHaveLength(1);
    }
  });
});

describe("other companies' rows", () => {
  it("aren't there: neither to see, nor to change", async () => {
    const { owner } = tenant.members;
    const target = other.members.guest;
    const id = target.accessId;
    const ctx = () => tenant.ctx("owner");
    const tries = await Promise.allSettled([
      getAccess.execute(ctx(), { id }),
      editAccess.execute(ctx(), { id, version: 1, role: "client" }),
      revokeAccess.execute(ctx(), { id }),
      listSessionsOfMember.execute(ctx(), { id }),
      endSessionsOfMember.execute(ctx(), { id }),
    ]);
    expect(tries).toMatchObject(Array(5).fill({ reason: { code: "not_found" } }));
    expect(await verdict(target)).toMatchObject({ live: true });
    // A person sees their own row of every company; its list is still the company's alone.
    await sql`insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
      values (gen_random_uuid(), ${other.id}, ${owner.userId}, ${owner.email}, 'x', 'guest', now(), now())`;
    const { items } = await listAccess.execute(ctx(), { search: owner.email });
    expect(items).toMatchObject([{ id: owner.accessId, role: "owner", is_self: true }]);
  });

  it("can't be changed by a statement of ours either", async () => {
    const target = other.members.operator;
    const changed = await inOwnUnit(tenant.ctx("owner"), "test", async (own) =>
      (await tx(own)).userAccess.updateMany({ where: { id: target.accessId }, data: { role: "owner" } }),
    );
    expect(changed.count).toBe(0);
    // Their own row elsewhere, which they do see, is worth what that company says.
    const own = await sql<{
      id: string;
    }>`select id from user_access where user_id = ${tenant.members.owner.userId} and tenant_id = ${other.id}`;
    const raised = inOwnUnit(tenant.ctx("owner"), "test", async (unit) =>
      (await tx(unit)).userAccess.updateMany({ where: { id: own[0]?.id ?? "" }, data: { role: "owner" } }),
    );
    await expect(raised).rejects.toThrow(/access is changed by the company alone/);
  });

  it("a client or guest sees in the company only themselves", async () => {
    for (const role of ["client", "guest"] as const) {
      await expect(listAccess.execute(tenant.ctx(role), {})).rejects.toMatchObject({ code: "forbidden" });
      const rows = await inOwnUnit(tenant.ctx(role), "test", async (own) =>
        (await tx(own)).userAccess.findMany({ select: { userId: true } }),
      );
      expect(rows).toEqual([{ userId: tenant.members[role].userId }]);
    }
  });
});

describe("the list", () => {
  const found = async (at: TestTenant, filter: object) =>
    (await listAccess.execute(at.ctx("mining_site_owner"), filter)).items.map(({ email }) => email).toSorted();

  it("is found by address and name, role and status", async () => {
    const mine = await testTenant();
    const { members, otherClient } = mine;
    const { admin, operator, client, guest } = members;
    await sql`update user_access set has_access = false where id = ${guest.accessId}`;
    await sql`update user_access set expires_at = now() - interval '1 second' where id = ${client.accessId}`;
    await sql`update user_access set expires_at = now() + interval '1 hour', name = '100%_李' where id = ${operator.accessId}`;
    expect(await found(mine, { status: "revoked" })).toEqual([guest.email]);
    expect(await found(mine, { status: "expired" })).toEqual([client.email]);
    expect(await found(mine, { status: "active", role: "client" })).toEqual([otherClient.email]);
    expect(await found(mine, { status: "active" })).toHaveLength(5);
    expect(await found(mine, { search: admin.email.toUpperCase().slice(0, 12) })).toEqual([admin.email]);
    expect(await found(mine, { search: "%_李" })).toEqual([operator.email]);
    expect(await found(mine, { search: "%" })).toEqual([operator.email]);
    expect(await found(mine, { search: "_" })).toEqual([members.mining_site_owner.email, operator.email].toSorted());
    expect(await found(mine, { search: "\\" })).toEqual([]);
    expect(await found(mine, { search: "  " })).toHaveLength(7);
  });

  it("comes page by page, whole and without repeats", async () => {
    const mine = await testTenant();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAccess.execute(mine.ctx("owner"), { limit: 3, cursor });
      expect(page.total).toBe(7);
      seen.push(...page.items.map(({ email }) => email));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].toSorted());
    const foreign = await listAccess.execute(mine.ctx("owner"), { cursor: other.members.owner.accessId });
    expect(foreign.items).toEqual([]);
  });
});

describe("where somebody is signed in", () => {
  it("is shown and ended for this company, without the secret", async () => {
    const member = await testMember(tenant.id, "operator");
    const { items } = await listSessionsOfMember.execute(tenant.ctx("admin"), { id: member.accessId });
    expect(items).toMatchObject([{ id: member.sessionId, ip: "192.0.2.10", signed_in_with: ["pwd", "otp"] }]);
    expect(JSON.stringify(items)).not.toContain(member.sidHash);
    const ended = await endSessionsOfMember.execute(tenant.ctx("admin"), { id: member.accessId });
    expect(ended).toEqual({ ended: 1 });
    expect(await verdict(member)).toEqual({ live: false, reason: "revoked" });
    expect((await listSessionsOfMember.execute(tenant.ctx("admin"), { id: member.accessId })).items).toEqual([]);
  });

  it("is not shown once it was idle for too long", async () => {
    const member = await testMember(tenant.id, "admin");
    await sql`update sessions set last_seen_at = now() - interval '31 minutes' where id = ${member.sessionId}`;
    expect((await listSessionsOfMember.execute(tenant.ctx("owner"), { id: member.accessId })).items).toEqual([]);
  });

  it("of an owner is ended by owners only; who only reads members sees none", async () => {
    const { accessId: id } = tenant.members.owner;
    await expect(endSessionsOfMember.execute(tenant.ctx("admin"), { id })).rejects.toMatchObject({ code: "forbidden" });
    const reading = listSessionsOfMember.execute(tenant.ctx("mining_site_owner"), { id });
    await expect(reading).rejects.toMatchObject({ code: "forbidden" });
  });
});
