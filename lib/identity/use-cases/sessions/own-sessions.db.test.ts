import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { apiRequest, cookieOfMember, madeKey } from "@/lib/testing/api-calls";
import { sql } from "@/lib/testing/sql";
import { type Member, type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { serve } from "@/lib/transport/serve";
import { sessionsContract } from "../../core/sessions/contract";
import { endOtherSessions } from "./end-other-sessions";
import { endOwnSession } from "./end-own-session";
import { listOwnSessions } from "./list-own-sessions";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";

/** One more device of a member. */
async function device({ userId }: Member, tenantId: string | null = tenant.id): Promise<string> {
  const id = randomUUID();
  await sql`insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
    values (${id}, ${randomBytes(32).toString("hex")}, ${userId}, ${tenantId}, '{pwd}', '198.51.100.9', ${FIREFOX},
            now(), now() - interval '5 minutes', now(), now() + interval '1 day')`;
  return id;
}
const idsOf = async (member: Member) =>
  (await listOwnSessions.execute(tenant.ctx(member), {})).items.map(({ id }) => id);
const isOver = async (id: string) =>
  (await sql<{ over: boolean }>`select revoked_at is not null as over from sessions where id = ${id}`)[0]?.over;

describe("where somebody is signed in", () => {
  it("lists their own sessions with the device in words, and which is this one", async () => {
    const member = await testMember(tenant.id, "operator");
    const other = await device(member);
    const { items } = await listOwnSessions.execute(tenant.ctx(member), {});
    expect(items).toMatchObject([
      { id: member.sessionId, is_current: true, company: tenant.name, signed_in_with: ["pwd", "otp"] },
      { id: other, is_current: false, device: "Firefox on Linux", ip: "198.51.100.9" },
    ]);
  });

  it("shows an owner, whose company sees all its sessions, no one else's", async () => {
    expect(await idsOf(tenant.members.owner)).toEqual([tenant.members.owner.sessionId]);
  });

  it("leaves out what is over: ended, out of time, idle, without access", async () => {
    const member = await testMember(tenant.id, "operator");
    const elsewhere = await testTenant();
    const [ended, late, idle, foreign] = [
      await device(member),
      await device(member),
      await device(member),
      await device(member, elsewhere.id),
    ];
    expect(await idsOf(member)).toHaveLength(4);
    await sql`update sessions set revoked_at = now() where id = ${ended}`;
    await sql`update sessions set expires_at = now() where id = ${late}`;
    await sql`update sessions set last_seen_at = now() - interval '13 hours' where id = ${idle}`;
    expect(await idsOf(member)).toEqual([member.sessionId]);
    expect(foreign).not.toBe(member.sessionId);
  });

  it("also those in another company of theirs", async () => {
    const member = await testMember(tenant.id, "client");
    const second = await testTenant();
    await sql`insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
      values (${randomUUID()}, ${second.id}, ${member.userId}, ${member.email}, 'C', 'guest', now(), now())`;
    const there = await device(member, second.id);
    const { items } = await listOwnSessions.execute(tenant.ctx(member), {});
    expect(items.find(({ id }) => id === there)).toMatchObject({ company: second.name });
  });
});

describe("signing out a device", () => {
  it("ends it at once", async () => {
    const member = await testMember(tenant.id, "operator");
    const lost = await device(member);
    expect(await endOwnSession.execute(tenant.ctx(member), { id: lost })).toEqual({ ended: 1 });
    expect(await isOver(lost)).toBe(true);
    expect(await idsOf(member)).toEqual([member.sessionId]);
    await expect(endOwnSession.execute(tenant.ctx(member), { id: lost })).rejects.toMatchObject({ code: "not_found" });
  });

  it("doesn't find another person's, not even for the owner of the company", async () => {
    const { client, owner } = tenant.members;
    for (const who of [owner, tenant.otherClient])
      await expect(endOwnSession.execute(tenant.ctx(who), { id: client.sessionId })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await isOver(client.sessionId)).toBe(false);
  });

  it("everywhere but here ends the others, of this person alone", async () => {
    const member = await testMember(tenant.id, "admin");
    const others = [await device(member), await device(member), await device(member, null)];
    expect(await endOtherSessions.execute(tenant.ctx(member), {})).toEqual({ ended: 3 });
    for (const id of others) expect(await isOver(id)).toBe(true);
    expect(await isOver(member.sessionId)).toBe(false);
    expect(await isOver(tenant.members.owner.sessionId)).toBe(false);
    const audit = await sql`select after from audit_log where entity_id = ${member.sessionId}`;
    expect(audit).toMatchObject([{ after: { others_ended: 3 } }]);
  });

  it("asks for a proof of identity that is not too old", async () => {
    const stale = tenant.ctx("operator", { fresh: false });
    const asks = { code: "step_up_required" };
    await expect(endOtherSessions.execute(stale, {})).rejects.toMatchObject(asks);
    await expect(endOwnSession.execute(stale, { id: randomUUID() })).rejects.toMatchObject(asks);
  });
});

describe("through the door", () => {
  const list = serve(sessionsContract.listOwnSessions, listOwnSessions);

  it("a browser that was signed out from elsewhere is a visitor at its next request", async () => {
    const member = await testMember(tenant.id, "operator");
    const cookie = await cookieOfMember(member);
    expect((await list(apiRequest("GET /api/auth/sessions", { cookie }))).status).toBe(200);
    await endOwnSession.execute(tenant.ctx(member), { id: member.sessionId });
    expect((await list(apiRequest("GET /api/auth/sessions", { cookie }))).status).toBe(401);
  });

  it("is not for programs", async () => {
    const { key } = await madeKey(tenant, { scopes: ["machines:read"] });
    expect((await list(apiRequest("GET /api/auth/sessions", { key }))).status).toBe(403);
  });
});
