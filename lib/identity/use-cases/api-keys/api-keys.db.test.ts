import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { madeKey } from "@/lib/testing/api-calls";
import { lastMail } from "@/lib/testing/mails";
import { query, sql } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { parseApiKey } from "../../core/api-key-format";
import { sha256Hex } from "../../core/digest";
import { ROLES } from "../../policy";
import { changeKey } from "./change-key";
import { createKey } from "./create-key";
import { keepUsage } from "./keep-usage";
import { listKeys } from "./list-keys";
import { readUsage } from "./read-usage";
import { revokeKey } from "./revoke-key";
import { rotateKey } from "./rotate-key";

let tenant: TestTenant;
let other: TestTenant;
let owner: Ctx;
beforeAll(async () => {
  [tenant, other] = await Promise.all([testTenant(), testTenant()]);
  owner = tenant.ctx("owner");
});
afterAll(disconnectDatabase);

const TERMS = { name: "Site controller", scopes: ["machines:read" as const] };
const made = () => madeKey(tenant, { scopes: ["machines:read"] });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const yearsAhead = (iso: string) => (new Date(iso).getTime() - Date.now()) / (365.25 * 86_400_000);

describe("making a key", () => {
  it("shows it once, keeps its hash alone, and tells whoever made it", async () => {
    const { key, id, ...shown } = await createKey.execute(owner, { ...TERMS, allow_list: ["203.0.113.0/24"] });
    expect(parseApiKey(key)?.id).toBe(id);
    expect(shown).toMatchObject({
      prefix: `mk_live_${id}_…`,
      ...TERMS,
      allow_list: ["203.0.113.0/24"],
      status: "live",
      created_by: { user_id: tenant.members.owner.userId, email: tenant.members.owner.email },
      calls_30_days: 0,
    });
    expect(yearsAhead(shown.expires_at ?? "")).toBeCloseTo(1, 1);
    const secret = parseApiKey(key)?.secret ?? "";
    const [row] = await sql<{ secret_hash: string }>`select secret_hash from api_keys where id = ${id}`;
    expect(row?.secret_hash).toBe(await sha256Hex(secret));
    const mail = await lastMail(tenant.members.owner.email);
    expect(mail).toMatchObject({ kind: "api-key-created", params: { keyId: `mk_live_${id}`, name: TERMS.name } });
    const audit = await sql`select before, after from audit_log where entity_id = ${id}`;
    expect(audit).toHaveLength(1);
    const listed = await listKeys.execute(owner, {});
    for (const place of [mail, audit, listed]) expect(JSON.stringify(place)).not.toContain(secret);
  });

  it.each<[string, object, string]>([
    ["no name", { name: " " }, "name"],
    ["a name of two lines", { name: "one\ntwo" }, "name"],
    ["no scopes", { scopes: [] }, "scopes"],
    ["a scope that there isn't", { scopes: ["machines:fly"] }, "scopes.0"],
    ["a scope that no key has", { scopes: ["machines:read", "members:write"] }, "scopes.1"],
    ["the scope to make keys", { scopes: ["integrations:write"] }, "scopes.0"],
    ["no address", { allow_list: ["203.0.113.7", "everywhere"] }, "allow_list.1"],
    ["a range too wide for its kind", { allow_list: ["203.0.113.7/64"] }, "allow_list.0"],
    ["an end that is over", { expires_at: inDays(-1) }, "expires_at"],
    ["an end in three years", { expires_at: inDays(1_100) }, "expires_at"],
    ["a field that there isn't", { tenant_id: "x" }, "tenant_id"],
  ])("refuses %s", async (_what, change, path) => {
    await expect(createKey.execute(owner, { ...TERMS, ...change })).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ path }] },
    });
  });

  it("takes an end up to two years away", async () => {
    const { expires_at } = await createKey.execute(owner, { ...TERMS, expires_at: inDays(729) });
    expect(yearsAhead(expires_at ?? "")).toBeCloseTo(2, 1);
  });

  it.each(ROLES)("as %s", async (role) => {
    const work = createKey.execute(tenant.ctx(role), TERMS);
    if (role === "owner" || role === "admin") await expect(work).resolves.toMatchObject({ status: "live" });
    else await expect(work).rejects.toMatchObject({ code: "forbidden" });
  });

  it("asks for a proof of identity that is not too old, and so do changing and rotating", async () => {
    const stale = tenant.ctx("owner", { fresh: false });
    const { id } = await made();
    const asks = { code: "step_up_required" };
    await expect(createKey.execute(stale, TERMS)).rejects.toMatchObject(asks);
    await expect(changeKey.execute(stale, { id, name: "x" })).rejects.toMatchObject(asks);
    await expect(rotateKey.execute(stale, { id })).rejects.toMatchObject(asks);
    await expect(revokeKey.execute(stale, { id })).resolves.toMatchObject({ status: "revoked" });
  });

  it("can't be repeated by a key, for its answer is shown once", async () => {
    const idempotency = { key: "again", route: "POST /api/keys", hash: "h" };
    const { id } = await made();
    await expect(createKey.execute({ ...owner, idempotency }, TERMS)).rejects.toMatchObject({ code: "bad_request" });
    await expect(rotateKey.execute({ ...owner, idempotency }, { id })).rejects.toMatchObject({ code: "bad_request" });
  });

  it("ends at a hundred live keys", async () => {
    const full = await testTenant();
    await query(
      `insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at, expires_at)
       select left(md5(n::text || $1), 8), $1::uuid, $2::uuid, 'k', repeat('0', 64), '{machines:read}', '{}', now(),
              now() + case when n = 0 then interval '-1 day' else interval '1 day' end
       from generate_series(0, 99) n`,
      [full.id, full.members.owner.userId],
    );
    await expect(createKey.execute(full.ctx("owner"), TERMS)).resolves.toMatchObject({ status: "live" });
    await expect(createKey.execute(full.ctx("owner"), TERMS)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("changing a key", () => {
  it("changes what is said and leaves the rest", async () => {
    const { id } = await made();
    const wider = await changeKey.execute(owner, { id, scopes: ["machines:write", "sla:read"] });
    expect(wider).toMatchObject({ name: TERMS.name, scopes: ["machines:write", "sla:read"], allow_list: [] });
    const renamed = await changeKey.execute(owner, { id, name: "Ordos", allow_list: ["2001:db8::/48"] });
    expect(renamed).toMatchObject({ name: "Ordos", scopes: wider.scopes, allow_list: ["2001:db8::/48"] });
    const audit = await sql`select before, after from audit_log where entity_id = ${id} order by id`;
    expect(audit.at(-1)).toMatchObject({ before: { name: TERMS.name }, after: { name: "Ordos" } });
  });

  it("refuses to change nothing, and one that has ended", async () => {
    const { id } = await made();
    await expect(changeKey.execute(owner, { id })).rejects.toMatchObject({ code: "validation" });
    await revokeKey.execute(owner, { id });
    await expect(changeKey.execute(owner, { id, name: "x" })).rejects.toMatchObject({ code: "conflict" });
    await expect(revokeKey.execute(owner, { id })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("rotating a key", () => {
  it("gives the new one the same settings and whoever rotates it", async () => {
    const old = await createKey.execute(owner, { ...TERMS, allow_list: ["203.0.113.7"], expires_at: inDays(90) });
    const fresh = await rotateKey.execute(tenant.ctx("admin"), { id: old.id, overlap_hours: 24 });
    const { name, scopes, allow_list } = old;
    expect(fresh).toMatchObject({ name, scopes, allow_list, created_by: { user_id: tenant.members.admin.userId } });
    expect(fresh.key).not.toBe(old.key);
    const { items } = await listKeys.execute(owner, {});
    const ending = items.find(({ id }) => id === old.id);
    expect(ending).toMatchObject({ status: "ending", replaced_by: fresh.id });
    expect(new Date(ending?.expires_at ?? 0).getTime()).toBeCloseTo(Date.now() + 86_400_000, -5);
  });

  it("keeps the end to the millisecond, unless another is said", async () => {
    const old = await createKey.execute(owner, { ...TERMS, expires_at: "2027-05-31T23:59:59.123Z" });
    const next = await rotateKey.execute(owner, { id: old.id });
    expect(next.expires_at).toBe("2027-05-31T23:59:59.123Z");
    const longer = await rotateKey.execute(owner, { id: next.id, expires_at: "2027-12-31T23:59:59.000Z" });
    expect(longer.expires_at).toBe("2027-12-31T23:59:59.000Z");
    const tooLate = rotateKey.execute(owner, { id: longer.id, expires_at: inDays(1_000) });
    await expect(tooLate).rejects.toMatchObject({ details: { errors: [{ code: "expires_too_late" }] } });
  });

  it("is one entry in the audit log, which says what the new key may", async () => {
    const old = await made();
    const ctx = tenant.ctx("owner");
    const { id } = await rotateKey.execute(ctx, { id: old.id });
    const entries = await sql`select entity_id, after from audit_log where request_id = ${ctx.requestId}`;
    expect(entries).toMatchObject([
      {
        entity_id: old.id,
        after: { replaced_by: id, successor: { scopes: TERMS.scopes, expires_at: old.expires_at } },
      },
    ]);
  });

  it("leaves one that has ended, or has one in its place, alone", async () => {
    const old = await made();
    await rotateKey.execute(owner, { id: old.id });
    await expect(rotateKey.execute(owner, { id: old.id })).rejects.toMatchObject({ code: "conflict" });
    const over = await made();
    await sql`update api_keys set expires_at = now() where id = ${over.id}`;
    await expect(rotateKey.execute(owner, { id: over.id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("makes one key of five rotations at once", async () => {
    const old = await made();
    const tries = Array.from({ length: 5 }, () => rotateKey.execute(owner, { id: old.id }));
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    const successors = await sql`select id from audit_log where entity_id = ${old.id} and after ? 'replaced_by'`;
    expect(successors).toHaveLength(1);
  });

  it.each([-1, 169, 1.5])("refuses an overlap of %s hours", async (overlap_hours) => {
    const { id } = await made();
    await expect(rotateKey.execute(owner, { id, overlap_hours })).rejects.toMatchObject({ code: "validation" });
  });
});

it("another company's key is not found, whatever is tried", async () => {
  const { id } = await made();
  const stranger = other.ctx("owner");
  const nothing = { code: "not_found" };
  await expect(changeKey.execute(stranger, { id, name: "x" })).rejects.toMatchObject(nothing);
  await expect(rotateKey.execute(stranger, { id })).rejects.toMatchObject(nothing);
  await expect(revokeKey.execute(stranger, { id })).rejects.toMatchObject(nothing);
  expect((await listKeys.execute(stranger, {})).items.map((key) => key.id)).not.toContain(id);
});

it("a key is suspended while its maker has no access, and left out long after its end", async () => {
  const { id } = await madeKey(other, { scopes: ["machines:read"] }, "admin");
  await sql`update user_access set has_access = false where id = ${other.members.admin.accessId}`;
  expect((await listKeys.execute(other.ctx("owner"), {})).items).toMatchObject([{ id, status: "suspended" }]);
  await sql`update api_keys set expires_at = now() - interval '91 days' where id = ${id}`;
  expect((await listKeys.execute(other.ctx("owner"), {})).items).toEqual([]);
});

describe("usage", () => {
  it("adds up what processes counted, by day, key and endpoint, and shows it to the company alone", async () => {
    const mine = await testTenant();
    const { id } = await madeKey(mine, { scopes: ["machines:read"] });
    const today = new Date().toISOString().slice(0, 10);
    const userId = mine.members.owner.userId;
    const row = { userId, keyId: id, endpoint: "GET /api/keys", date: today, calls: 3 };
    const token = { ...row, keyId: "", endpoint: "POST /api/keys", calls: 2 };
    const { systemCtx } = await import("@/lib/transport/ctx");
    for (let process = 0; process < 2; process++)
      await keepUsage.execute(systemCtx("test"), { tenantId: mine.id, rows: [row, token] });
    const report = await readUsage.execute(mine.ctx("owner"), { days: 7 });
    expect(report).toMatchObject({ to: today, calls: 10 });
    expect(report.days.at(-1)).toEqual({ date: today, calls: 10 });
    expect(report.keys).toEqual([
      { key_id: id, name: "Site controller", user_id: userId, calls: 6 },
      { key_id: null, name: "The owner", user_id: userId, calls: 4 },
    ]);
    expect((await listKeys.execute(mine.ctx("owner"), {})).items).toMatchObject([{ id, calls_30_days: 6 }]);
    expect((await readUsage.execute(other.ctx("owner"), {})).calls).toBe(0);
    await expect(readUsage.execute(mine.ctx("operator"), {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
