import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { formatApiKey, parseApiKey } from "@/lib/identity/core/api-key-format";
import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { changeKey } from "@/lib/identity/use-cases/api-keys/change-key";
import { createKey } from "@/lib/identity/use-cases/api-keys/create-key";
import { revokeKey } from "@/lib/identity/use-cases/api-keys/revoke-key";
import { rotateKey } from "@/lib/identity/use-cases/api-keys/rotate-key";
import { contract } from "@/lib/kernel/contract";
import type { Permission } from "@/lib/kernel/permission";
import { command, NoInput, query } from "@/lib/kernel/use-case";
import { disconnectDatabase } from "@/lib/platform/db";
import { LIMIT_RULES } from "@/lib/platform/limits/rules";
import { apiRequest, cookieOfMember, freshAddress, madeKey } from "@/lib/testing/api-calls";
import { query as onDatabase } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";
import { serve } from "./serve";

const Who = z.object({
  kind: z.string(),
  id: z.string(),
  tenant_id: z.string().nullable(),
  role: z.string().nullable(),
});

/** A door that asks for a permission and tells who came in. */
function reader(permission: Permission) {
  const useCase = query({
    name: "test.read",
    permission,
    input: NoInput,
    output: Who,
    run: ({ actor, tenantId }) => ({ kind: actor.kind, id: actor.id, tenant_id: tenantId, role: actor.role }),
  });
  return serve(contract("GET /test", { summary: "", permission, input: NoInput, output: Who }), useCase);
}
function writer(permission: Permission) {
  const useCase = command({
    name: "test.write",
    permission,
    input: NoInput,
    output: z.object({}),
    run(ctx) {
      ctx.audit({ entity: "test", id: "1" });
      return {};
    },
  });
  return serve(contract("POST /test", { summary: "", permission, input: NoInput, output: z.object({}) }), useCase);
}
const readMachines = reader("machines:read");
const writeMachines = writer("machines:write");

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

type Door = (request: Request, route?: { params: Promise<Record<string, string>> }) => Promise<Response>;
const ask = async (key: string, ip?: string, door: Door = readMachines) =>
  (await door(apiRequest("GET /test", ip ? { key, ip } : { key }))).status;
const machines = (more: { allow_list?: string[] } = {}) => madeKey(tenant, { scopes: ["machines:read"], ...more });
/** A key by the right checksum, whatever its secret. */
const forged = (id: string, fill: number) => formatApiKey(id, new Uint8Array(32).fill(fill)).key;

describe("S11 which keys open", () => {
  it("a right key, as a program of its company", async () => {
    const { key, id } = await machines();
    const response = await readMachines(apiRequest("GET /test", { key }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ kind: "program", id, tenant_id: tenant.id, role: "owner" });
  });

  it("one with blanks around it, as it is pasted", async () => {
    expect(await ask(` ${(await machines()).key} `)).toBe(200);
  });

  it.each<[string, (right: { id: string; key: string }) => string]>([
    ["an empty one", () => ""],
    ["something else", () => "Bearer abc"],
    ["one with its last letter mistyped", ({ key }) => key.slice(0, -1) + (key.endsWith("A") ? "B" : "A")],
    ["one cut short", ({ key }) => key.slice(0, -1)],
    ["one of another kind", ({ key }) => key.replace("mk_live_", "mk_test_")],
    ["one whose id nobody has", () => forged("zzzzzzzz", 1)],
    ["a known id with another secret", ({ id }) => forged(id, 1)],
    ["the hash of the secret in its place", ({ id }) => `mk_live_${id}_${"a".repeat(49)}`],
  ])("not %s", async (_what, wrong) => {
    const response = await readMachines(apiRequest("GET /test", { key: wrong(await machines()) }));
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "unauthenticated" });
  });

  it("not one that was revoked, from the same moment on", async () => {
    const { key, id } = await machines();
    expect(await ask(key)).toBe(200);
    await revokeKey.execute(tenant.ctx("admin"), { id });
    expect(await ask(key)).toBe(401);
  });

  it("not one that is over", async () => {
    const { key, id } = await machines();
    await onDatabase("update api_keys set expires_at = now() - interval '1 second' where id = $1", [id]);
    expect(await ask(key)).toBe(401);
  });

  it("not one in the address, nor as a bearer token", async () => {
    const { key } = await machines();
    const inAddress = await readMachines(apiRequest(`GET /test?x-api-key=${key}&api_key=${key}`));
    expect(inAddress.status).toBe(401);
    const asToken = await readMachines(apiRequest("GET /test", { bearer: key }));
    expect([asToken.status, (await asToken.json()).detail]).toEqual([401, expect.stringContaining("X-API-Key")]);
  });
});

describe("S11 from where", () => {
  it.each<[string[], string, number]>([
    [["203.0.113.7"], "203.0.113.7", 200],
    [["203.0.113.7"], "203.0.113.8", 401],
    [["198.51.100.0/24", "203.0.113.0/24"], "203.0.113.200", 200],
    [["203.0.113.0/24"], "203.0.114.1", 401],
    [["2001:db8:5::/48"], "2001:db8:5:1::9", 200],
    [["2001:db8:5::/48"], "2001:db8:6::9", 401],
    [["203.0.113.0/24"], "::ffff:203.0.113.9", 200],
    [["203.0.113.0/24"], "direct", 401],
  ])("a key for %j, used from %s: %i", async (allow_list, ip, status) => {
    expect(await ask((await machines({ allow_list })).key, ip)).toBe(status);
  });

  it("believes no address that the program itself names", async () => {
    const { key } = await machines({ allow_list: ["203.0.113.7"] });
    const headers = { "x-forwarded-for": "203.0.113.7", "x-real-ip": "203.0.113.7", forwarded: "for=203.0.113.7" };
    expect((await readMachines(apiRequest("GET /test", { key, headers }))).status).toBe(401);
  });
});

describe("S11 what a key may do", () => {
  it("only what its scopes say", async () => {
    const { key } = await machines();
    expect(await ask(key, undefined, reader("treasury:read"))).toBe(403);
  });

  it("by a read scope no writing, by a write scope reading, too", async () => {
    const { key } = await machines();
    expect((await writeMachines(apiRequest("POST /test", { key, body: {} }))).status).toBe(403);
    const writing = await madeKey(tenant, { scopes: ["machines:write"] });
    expect((await writeMachines(apiRequest("POST /test", { key: writing.key, body: {} }))).status).toBe(200);
    expect(await ask(writing.key)).toBe(200);
  });

  it.each<Permission>([
    "integrations:write",
    "members:write",
    "company:write",
    "audit:write",
    "account",
    "system",
    "platform:read",
  ])("never %s, also where its row says so", async (permission) => {
    const { key, id } = await machines();
    await onDatabase("update api_keys set scopes = array[$1, 'machines:read'] where id = $2", [permission, id]);
    expect((await writer(permission)(apiRequest("POST /test", { key, body: {} }))).status).toBe(403);
  });

  it("mints, changes, rotates and revokes no key", async () => {
    const { key, id } = await machines();
    await onDatabase("update api_keys set scopes = '{integrations:write,integrations:read}' where id = $1", [id]);
    const route = { params: Promise.resolve({ id }) };
    const terms = { name: "Another", scopes: ["machines:read"] };
    const calls: [Door, Request][] = [
      [serve(apiKeysContract.createKey, createKey), apiRequest("POST /api/keys", { key, body: terms })],
      [serve(apiKeysContract.changeKey, changeKey), apiRequest("PATCH /api/keys/x", { key, body: { name: "Mine" } })],
      [serve(apiKeysContract.rotateKey, rotateKey), apiRequest("POST /api/keys/x/rotate", { key, body: {} })],
      [serve(apiKeysContract.revokeKey, revokeKey), apiRequest("DELETE /api/keys/x", { key })],
    ];
    for (const [door, request] of calls) expect((await door(request, route)).status).toBe(403);
    expect(await ask(key, undefined, reader("integrations:read"))).toBe(200);
  });

  it("needs no Origin to write, and is stopped by none", async () => {
    const { key } = await madeKey(tenant, { scopes: ["machines:write"] });
    const headers = { origin: "https://elsewhere.example" };
    expect((await writeMachines(apiRequest("POST /test", { key, headers, body: {} }))).status).toBe(200);
  });
});

describe("S11 whose key it is", () => {
  async function keyOfFormer(change: string) {
    const maker = await testMember(tenant.id, "admin");
    const made = await madeKey(tenant, { scopes: ["machines:read", "treasury:read"] }, maker);
    expect(await ask(made.key)).toBe(200);
    await onDatabase(`update user_access set ${change} where id = $1`, [maker.accessId]);
    return made;
  }

  it("ends with its maker's access", async () => {
    expect(await ask((await keyOfFormer("has_access = false")).key)).toBe(401);
  });

  it("ends when its maker's access does", async () => {
    expect(await ask((await keyOfFormer("expires_at = now() - interval '1 second'")).key)).toBe(401);
  });

  it("does no more than its maker may since their role was narrowed", async () => {
    const { key } = await keyOfFormer("role = 'operator'");
    expect(await ask(key, undefined, reader("treasury:read"))).toBe(403);
    expect(await ask(key)).toBe(200);
  });

  it("ends with its company", async () => {
    const closing = await testTenant();
    const { key } = await madeKey(closing, { scopes: ["machines:read"] });
    await onDatabase("update tenants set closed_at = now() where id = $1", [closing.id]);
    expect(await ask(key)).toBe(401);
  });

  it("counts alone where a cookie comes with it", async () => {
    const other = await testTenant();
    const cookie = await cookieOfMember(other.members.operator);
    const { key } = await machines();
    expect(await (await readMachines(apiRequest("GET /test", { cookie }))).json()).toMatchObject({ kind: "person" });
    const both = await readMachines(apiRequest("GET /test", { key, cookie }));
    expect(await both.json()).toMatchObject({ kind: "program", tenant_id: tenant.id });
    expect((await readMachines(apiRequest("GET /test", { key: "wrong", cookie }))).status).toBe(401);
  });
});

describe("S11 in the place of an old key", () => {
  it("both work for the overlap, then the new one alone", async () => {
    const old = await machines();
    const fresh = await rotateKey.execute(tenant.ctx("owner"), { id: old.id, overlap_hours: 1 });
    expect([await ask(old.key), await ask(fresh.key)]).toEqual([200, 200]);
    await onDatabase("update api_keys set expires_at = expires_at - interval '1 hour' where id = $1", [old.id]);
    expect([await ask(old.key), await ask(fresh.key)]).toEqual([401, 200]);
  });

  it("without an overlap the old one ends at once", async () => {
    const old = await machines();
    const fresh = await rotateKey.execute(tenant.ctx("owner"), { id: old.id, overlap_hours: 0 });
    expect([await ask(old.key), await ask(fresh.key)]).toEqual([401, 200]);
  });
});

describe("S11 traces", () => {
  it("its last use is written down", async () => {
    const { key, id } = await machines();
    await ask(key);
    const [row] = await onDatabase<{ last_used_at: Date }>("select last_used_at from api_keys where id = $1", [id]);
    expect(Date.now() - (row?.last_used_at.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("wrong ones are counted by address; what was right from there goes on, and other addresses do", async () => {
    const { points } = LIMIT_RULES.api_key_address;
    const [here, elsewhere] = [freshAddress(), freshAddress()];
    const { key } = await machines();
    const { key: neverSeen } = await machines();
    expect(await ask(key, here)).toBe(200);
    for (let wrong = 0; wrong < points; wrong++) expect(await ask("wrong", here)).toBe(401);
    const refused = await readMachines(apiRequest("GET /test", { key: "wrong", ip: here }));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(500);
    expect(await ask(forged(parseApiKey(key)?.id ?? "", 3), here)).toBe(429);
    expect(await ask(neverSeen, here)).toBe(429);
    expect(await ask(key, here)).toBe(200);
    expect(await ask(neverSeen, elsewhere)).toBe(200);
  });
});
