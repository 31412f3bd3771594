import { beforeAll, describe, expect, it } from "vitest";
import { POST as addRoute } from "@/app/admin/user_access/add/route";
import { PUT as editRoute } from "@/app/admin/user_access/edit/[id]/route";
import { POST as revokeRoute } from "@/app/admin/user_access/revoke/[id]/route";
import { GET as companyRoute, PUT as renameRoute } from "@/app/api/company/route";
import { POST as joinRoute } from "@/app/api/invitations/join/route";
import { GET as listRoute } from "@/app/api/user-access/route";
import { cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { sha256Hex } from "@/lib/identity/core/digest";
import { mailedToken } from "@/lib/testing/mails";
import { newAddress, PASSWORD } from "@/lib/testing/people";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testMember, testTenant } from "@/lib/testing/tenants";

const ORIGIN = "http://127.0.0.1:3000";
let tenant: TestTenant;
let cookie: string;
beforeAll(async () => {
  tenant = await testTenant();
  const { userId, sessionId } = tenant.members.owner;
  const sid = crypto.randomUUID();
  await sql`update sessions set sid_hash = ${await sha256Hex(sid)} where id = ${sessionId}`;
  await sql`insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
    values (${sessionId}, ${userId}, '\\x00', 0, '{}', 'key', now())`;
  cookie = `${cookieName(false)}=${await sealCookie(sid, false, 3_600)}`;
});

type Route = (request: Request, route?: { params: Promise<Record<string, string>> }) => Promise<Response>;
function send(
  route: Route,
  method: string,
  body: object,
  { id, headers = {} }: { id?: string; headers?: object } = {},
) {
  const request = new Request(`${ORIGIN}/`, {
    method,
    headers: { host: "127.0.0.1:3000", origin: ORIGIN, cookie, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return id === undefined ? route(request) : route(request, { params: Promise.resolve({ id }) });
}

describe("over HTTP", () => {
  it("an edit names the version that it changes", async () => {
    const { accessId: id } = await testMember(tenant.id, "guest");
    const change = { role: "client" };
    expect((await send(editRoute, "PUT", change, { id })).status).toBe(428);
    expect((await send(editRoute, "PUT", change, { id, headers: { "if-match": '"2"' } })).status).toBe(412);
    const done = await send(editRoute, "PUT", change, { id, headers: { "if-match": '"1"' } });
    expect([done.status, await done.json()]).toMatchObject([200, { id, role: "client", version: 2 }]);
    const again = await send(editRoute, "PUT", { ...change, version: 2 }, { id, headers: { "if-match": '"1"' } });
    expect(again.status).toBe(412);
  });

  it("the company tells its version, and a renaming names it", async () => {
    const read = () =>
      companyRoute(new Request(`${ORIGIN}/`, { headers: { host: "127.0.0.1:3000", cookie } })).then(({ headers }) =>
        String(headers.get("etag")),
      );
    const version = await read();
    expect(version).toBe('"1"');
    expect((await send(renameRoute, "PUT", { name: "Nordlicht" })).status).toBe(428);
    expect((await send(renameRoute, "PUT", { name: "Nordlicht" }, { headers: { "if-match": '"7"' } })).status).toBe(
      412,
    );
    const done = await send(renameRoute, "PUT", { name: "Nordlicht" }, { headers: { "if-match": version } });
    expect([done.status, done.headers.get("etag"), await done.json()]).toMatchObject([200, '"2"', { version: 2 }]);
    expect(await read()).toBe('"2"');
  });

  it("another company's id, an unknown one and one that is none", async () => {
    const stranger = (await testTenant()).members.guest.accessId;
    const statuses = [];
    for (const id of [stranger, crypto.randomUUID(), "1"])
      statuses.push((await send(revokeRoute, "POST", {}, { id })).status);
    expect(statuses).toEqual([404, 404, 422]);
  });

  it("a repeated adding by its key sends one mail and gives one answer", async () => {
    const email = newAddress();
    const headers = { "idempotency-key": crypto.randomUUID() };
    const first = await send(addRoute, "POST", { email, role: "guest" }, { headers });
    const second = await send(addRoute, "POST", { email, role: "guest" }, { headers });
    expect([first.status, await first.json()]).toEqual([second.status, await second.json()]);
    expect(first.status).toBe(201);
    expect(await sql`select count(*)::int as mails from mails where recipient = ${email}`).toEqual([{ mails: 1 }]);
  });

  it("joining sets the cookie and keeps its secret out of the body", async () => {
    const email = newAddress();
    await send(addRoute, "POST", { email, role: "guest" });
    const body = { token: await mailedToken(email), name: "Gus", password: PASSWORD };
    const headers = { cookie: "", "x-client-address": "198.51.100.77" };
    const joined = await send(joinRoute, "POST", body, { headers });
    const answer = await joined.json();
    expect([joined.status, answer]).toMatchObject([201, { user: { email, role: "guest", tenant_id: tenant.id } }]);
    expect(answer).not.toHaveProperty("sid");
    const [own] = joined.headers.getSetCookie().filter((line) => line.startsWith(cookieName(false)));
    const request = new Request(`${ORIGIN}/`, {
      headers: { host: "127.0.0.1:3000", cookie: own?.split(";")[0] ?? "" },
    });
    expect((await listRoute(request)).status).toBe(403);
  });

  it("another site's page does nothing", async () => {
    const headers = { origin: "https://evil.example" };
    const tried = await send(addRoute, "POST", { email: newAddress(), role: "owner" }, { headers });
    expect(tried.status).toBe(403);
  });
});
