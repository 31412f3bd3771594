import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DELETE, GET, PATCH, PUT } from "@/app/api/user-miners/[id]/route";
import { GET as LIST, POST } from "@/app/api/user-miners/route";
import { disconnectDatabase } from "@/lib/platform/db";
import { apiRequest, madeKey } from "@/lib/testing/api-calls";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { UserMinerPage, WrittenUserMiner } from "../core/user-miners/schemas";
import { seedCatalogue } from "./seed-catalogue";

const BODY = { miner_model: "s21 200t", quantity: 3 };
let tenant: TestTenant;
let key: string;
beforeAll(async () => {
  await seedCatalogue.execute(systemCtx("test"), {});
  tenant = await testTenant({ plan: "free" });
  key = (await madeKey(tenant, { scopes: ["machines:write"] })).key;
});
afterAll(disconnectDatabase);

type Sent = { body?: object; headers?: Record<string, string> };
const post = ({ body = BODY, headers = {} }: Sent = {}) =>
  POST(apiRequest("POST /api/user-miners", { key, body, headers }));
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const on = (id: string, route: typeof PATCH, method: string, { body, headers = {} }: Sent = {}) =>
  route(apiRequest(`${method} /api/user-miners/${id}`, { key, ...(body ? { body } : {}), headers }), at(id));
const counted = async () =>
  (await query<{ n: number }>("select count(*)::int as n from user_miners where tenant_id = $1", [tenant.id]))[0]?.n;

describe("over HTTP", () => {
  it("adds, reads, changes and retires, with the version as ETag and If-Match", async () => {
    const added = await post();
    expect([added.status, added.headers.get("etag")]).toEqual([201, '"1"']);
    const { id } = WrittenUserMiner.strict().parse(await added.json());
    expect((await on(id, GET, "GET")).headers.get("etag")).toBe('"1"');
    const change = { body: { quantity: 4 } };
    expect((await on(id, PATCH, "PATCH", change)).status).toBe(428);
    const stale = { "if-match": '"9"' };
    expect((await on(id, PATCH, "PATCH", { ...change, headers: stale })).status).toBe(412);
    const fresh = { "if-match": '"1"' };
    expect(await (await on(id, PATCH, "PATCH", { ...change, headers: fresh })).json()).toMatchObject({ version: 2 });
    const put = await on(id, PUT, "PUT", { body: { site: "North" }, headers: { "if-match": '"2"' } });
    expect(await put.json()).toMatchObject({ version: 3, quantity: 4, site: "North" });
    expect((await on(id, DELETE, "DELETE")).status).toBe(428);
    const gone = await on(id, DELETE, "DELETE", { headers: { "if-match": '"3"' } });
    expect([gone.status, await gone.json()]).toMatchObject([200, { id, version: 4, portfolio_version: 4 }]);
    expect((await on(id, GET, "GET")).status).toBe(404);
    const list = await LIST(apiRequest("GET /api/user-miners?limit=5", { key }));
    expect(UserMinerPage.strict().parse(await list.json()).items).toEqual([]);
  });

  it("adds once for a repeated Idempotency-Key", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const first = await post({ headers });
    const before = await counted();
    const again = await post({ headers });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
    expect(await counted()).toBe(before);
    expect((await post({ headers, body: { ...BODY, quantity: 4 } })).status).toBe(422);
  });

  it("says what the plan covers and where to look for more", async () => {
    const refused = await post({ body: { ...BODY, quantity: 11 } });
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { code: "plan_limit", plan: "Free", limit: 10, asked: 11, upgrade_url: expect.stringMatching(/\/en\/pricing$/) },
    ]);
  });

  it("tells a key that only reads so", async () => {
    key = (await madeKey(tenant, { scopes: ["machines:read"] })).key;
    expect((await post()).status).toBe(403);
    expect((await LIST(apiRequest("GET /api/user-miners", { key }))).status).toBe(200);
  });
});
