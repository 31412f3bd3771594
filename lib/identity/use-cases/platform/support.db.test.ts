import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "@/lib/identity/core/digest";
import { judgeSession } from "@/lib/identity/core/judge-session";
import { readSessionFacts } from "@/lib/identity/data/session-facts";
import type { Ctx } from "@/lib/kernel/context";
import { lastMail } from "@/lib/testing/mails";
import { withSession } from "@/lib/testing/people";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testMember, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { getCompany, renameCompany } from "../members/company";
import { inviteMember } from "../members/invite-member";
import { listAccess } from "../members/list-access";
import { listLogins } from "../members/list-logins";
import { revokeAccess } from "../members/revoke-access";
import { closeTenant, reopenTenant } from "./close-tenant";
import { endOwnSupport, endSupport } from "./end-support";
import { listAllSupport, listSupport } from "./list-support";
import { startSupport } from "./start-support";

let tenant: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  [tenant, other] = [await testTenant(), await testTenant()];
});

const reason = "Ticket 4711: the import of machines fails";
const wanted = (at = tenant) => ({ tenant_id: at.id, reason, minutes: 30 });
/** A look into a company that has just begun, and the request that the administrator's browser sends next. */
async function looking(
  at = tenant,
): Promise<{ ctx: Ctx; id: string; admin: Awaited<ReturnType<typeof enrolled>>; sid: string }> {
  const admin = await enrolled();
  const { sid, id } = await startSupport.execute(admin.ctx, wanted(at));
  return { ctx: await withSession(sid), id, admin, sid };
}
/** A platform administrator with a second factor, as they must have. */
async function enrolled() {
  const admin = await testPlatformAdmin();
  await sql`insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
    values (${randomBytes(16).toString("hex")}, ${admin.userId}, '\\x00', 0, '{}', 'key', now())`;
  return admin;
}
const verdictOf = async (sid: string, at = new Date()) => {
  const facts = await readSessionFacts(await sha256Hex(sid));
  return facts && judgeSession(facts, at);
};

describe("a look into a company", () => {
  it("turns the session into one there, under a new secret", async () => {
    const admin = await enrolled();
    const [before] = await sql<{ sid_hash: string }>`select sid_hash from sessions where id = ${admin.sessionId}`;
    const started = await startSupport.execute(admin.ctx, wanted());
    expect(started).toMatchObject({ tenant_id: tenant.id, platform_email: admin.email, reason, state: "running" });
    expect(Date.parse(started.expires_at) - Date.parse(started.started_at)).toBe(30 * 60_000);
    expect(await verdictOf(started.sid)).toMatchObject({ live: true, role: "support", tenantId: tenant.id });
    expect(await readSessionFacts(before?.sid_hash ?? "")).toBeUndefined();
  });

  it("stands in the company's audit log, and each of its owners gets a mail in their language", async () => {
    const mine = await testTenant();
    const [second, former] = [await testMember(mine.id, "owner"), await testMember(mine.id, "owner")];
    await sql`update users set locale = 'zh' where id = ${second.userId}`;
    await sql`update user_access set has_access = false where id = ${former.accessId}`;
    const { id, admin } = await looking(mine);
    const entries = await sql`select tenant_id, actor_id, use_case, after from audit_log where entity_id = ${id}`;
    expect(entries).toMatchObject([
      { tenant_id: mine.id, actor_id: admin.userId, use_case: "platform.support.start", after: { reason } },
    ]);
    expect(await lastMail(mine.members.owner.email)).toMatchObject({
      kind: "support-access-started",
      params: { company: mine.name, reason },
    });
    expect(await sql`select locale, tenant_id from mails where recipient = ${second.email}`).toEqual([
      { locale: "zh", tenant_id: mine.id },
    ]);
    for (const { email } of [former, mine.members.admin]) expect(await lastMail(email)).toBeUndefined();
  });

  it("ends when the company is closed, for good, and none begins in it", async () => {
    const mine = await testTenant();
    const { sid, id } = await looking(mine);
    const keeper = await enrolled();
    await closeTenant.execute(keeper.ctx, { id: mine.id, reason });
    const onThePlatform = { live: true, role: "platform_admin", tenantId: null };
    expect(await verdictOf(sid)).toMatchObject(onThePlatform);
    await expect(startSupport.execute(keeper.ctx, wanted(mine))).rejects.toMatchObject({ code: "conflict" });
    await reopenTenant.execute(keeper.ctx, { id: mine.id, reason });
    expect(await verdictOf(sid)).toMatchObject(onThePlatform);
    const entries = await sql`select tenant_id, use_case, after->>'state' as state,
      after->>'actor_email' as who from audit_log where entity_id = ${id} order by id desc limit 1`;
    expect(entries).toEqual([
      { tenant_id: mine.id, use_case: "platform.tenant.close", state: "ended", who: keeper.email },
    ]);
    expect(await lastMail(mine.members.owner.email)).toMatchObject({ kind: "support-access-ended" });
  });

  it("reads what support may, writes nothing, and sees no other company", async () => {
    const { ctx } = await looking();
    const { items } = await listAccess.execute(ctx, { limit: 100 });
    expect(items.map(({ id }) => id)).toContain(tenant.members.owner.accessId);
    expect(items.map(({ id }) => id)).not.toContain(other.members.owner.accessId);
    expect(await getCompany.execute(ctx, {})).toMatchObject({ id: tenant.id });
    const guest = tenant.members.guest.accessId;
    const tries = await Promise.allSettled([
      renameCompany.execute(ctx, { version: 1, name: "Taken" }),
      revokeAccess.execute(ctx, { id: guest }),
      inviteMember.execute(ctx, { email: "x@mine.example", role: "guest" }),
      endSupport.execute(ctx, { id: ctx.session?.supportAccessId }),
      listLogins.execute(ctx, {}),
      startSupport.execute(ctx, wanted(other)),
      listAllSupport.execute(ctx, {}),
    ]);
    expect(tries).toMatchObject(Array(7).fill({ reason: { code: "forbidden" } }));
  });

  it("is over with its time, and the administrator is one again", async () => {
    const { sid, admin } = await looking();
    const after = new Date(Date.now() + 30 * 60_000 - 5_000);
    await sql`update sessions set last_seen_at = ${after} where id = ${admin.sessionId}`;
    expect(await verdictOf(sid, after)).toMatchObject({ role: "support" });
    expect(await verdictOf(sid, new Date(after.getTime() + 5_000))).toMatchObject({
      live: true,
      role: "platform_admin",
      tenantId: null,
    });
  });

  it("is ended by the administrator, under a new secret; a second end finds none", async () => {
    const { ctx, id, sid } = await looking();
    const ended = await endOwnSupport.execute(ctx, {});
    expect(ended).toMatchObject({ id, state: "ended" });
    expect(await verdictOf(sid)).toBeUndefined();
    expect(await verdictOf(ended.sid)).toMatchObject({ role: "platform_admin", tenantId: null });
    const next = await withSession(ended.sid);
    await expect(endOwnSupport.execute(next, {})).rejects.toMatchObject({ code: "conflict" });
    expect(await lastMail(tenant.members.owner.email)).toMatchObject({ kind: "support-access-ended" });
    const entries =
      await sql`select use_case from audit_log where entity_id = ${id} and tenant_id = ${tenant.id} order by id`;
    expect(entries.map(({ use_case }) => use_case)).toEqual(["platform.support.start", "platform.support.end-own"]);
  });

  it("is ended by the company's owner at once, and only by the company's", async () => {
    const { id, sid } = await looking();
    await expect(endSupport.execute(other.ctx("owner"), { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(endSupport.execute(tenant.ctx("admin"), { id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await endSupport.execute(tenant.ctx("owner"), { id })).toMatchObject({ state: "ended" });
    expect(await verdictOf(sid)).toMatchObject({ live: true, role: "platform_admin", tenantId: null });
    await expect(endSupport.execute(tenant.ctx("owner"), { id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is listed for the company and for the platform", async () => {
    const mine = await testTenant();
    const first = await looking(mine);
    const second = await looking(mine);
    await looking(other);
    const { items, total } = await listSupport.execute(mine.ctx("admin"), {});
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(total).toBe(2);
    await expect(listSupport.execute(mine.ctx("operator"), {})).rejects.toMatchObject({ code: "forbidden" });
    const all = await listAllSupport.execute((await testPlatformAdmin()).ctx, { limit: 100 });
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
  });

  it("is for platform administrators with a fresh proof, into a company that there is", async () => {
    await expect(startSupport.execute(tenant.ctx("owner"), wanted(other))).rejects.toMatchObject({ code: "forbidden" });
    const { ctx } = await testPlatformAdmin();
    const stale: Ctx = { ...ctx, actor: { ...ctx.actor, freshUntil: new Date(0) } };
    await expect(startSupport.execute(stale, wanted())).rejects.toMatchObject({ code: "step_up_required" });
    const nowhere = startSupport.execute(ctx, { ...wanted(), tenant_id: crypto.randomUUID() });
    await expect(nowhere).rejects.toMatchObject({ code: "not_found" });
  });
});
