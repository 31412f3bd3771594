import { randomInt, randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { issueAccessToken } from "@/lib/identity/adapters/access-token";
import { apiKeysContract } from "@/lib/identity/core/api-keys/contract";
import { newSecret, sha256Hex } from "@/lib/identity/core/digest";
import { platformContract } from "@/lib/identity/core/platform/contract";
import { addUsage } from "@/lib/identity/data/api-usage";
import { createKey } from "@/lib/identity/use-cases/api-keys/create-key";
import { closeTenant } from "@/lib/identity/use-cases/platform/close-tenant";
import { contract, type Method } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { disconnectDatabase, tx } from "@/lib/platform/db";
import { apiRequest, cookieOfMember, madeKey } from "@/lib/testing/api-calls";
import { query } from "@/lib/testing/sql";
import { type Member, type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { serve } from "./serve";

const Input = z.strictObject({
  mark: z.string().max(40, "too long"),
  amount: z.number(),
  fail: z.enum(["refuse", "break", "output"]).optional(),
  waitMs: z.number().optional(),
  /** Waits until whoever holds this lock lets it go. */
  gate: z.number().optional(),
  version: z.number().optional(),
});
const Output = z.object({ receipt: z.string(), amount: z.number(), note: z.string().nullable() });

/** Books an amount under a mark: what a repeated request must not do twice. */
const book = command({
  name: "test.book",
  permission: "machines:write",
  input: Input,
  output: Output,
  async run(ctx, { mark, amount, fail, waitMs, gate }) {
    const row = { userId: ctx.actor.userId ?? "", keyId: "booked", endpoint: mark, date: "2026-01-01", calls: 1 };
    await addUsage(ctx, ctx.tenantId ?? "", [row]);
    if (waitMs) await (await tx(ctx)).$queryRaw`select 1 from pg_sleep(${waitMs / 1000})`;
    if (gate) await (await tx(ctx)).$executeRaw`select pg_advisory_xact_lock(${gate}::int)`;
    if (fail === "refuse") throw new AppError("conflict", "Not today.");
    if (fail === "break") throw new Error("A bug.");
    ctx.audit({ entity: "test", id: mark });
    const note = fail === "output" ? (7 as unknown as string) : null;
    return { receipt: randomUUID(), amount, note };
  },
});
const details = { summary: "", permission: "machines:write", input: Input, output: Output, status: 201 } as const;
const door = (line: `${Method} /${string}`) => serve(contract(line, details), book);
const post = door("POST /test/bookings");

let tenant: TestTenant;
let operator: string;
beforeAll(async () => {
  tenant = await testTenant();
  operator = await tokenOf(tenant.members.operator);
});
afterAll(disconnectDatabase);

const tokenOf = async (member: Member) => (await issueAccessToken(member.sidHash, member.userId, new Date())).token;

/** How often something was booked under a mark. */
async function effects(mark: string): Promise<number> {
  const rows = await query<{ n: number }>("select calls_count as n from api_usage where endpoint = $1", [mark]);
  return rows.reduce((sum, { n }) => sum + n, 0);
}

type Sent = Parameters<typeof apiRequest>[1];
const fresh = () => ({ mark: randomUUID(), key: `k-${randomUUID()}` });

function send(key: string, body: unknown, sent: Sent = {}, through = post): Promise<Response> {
  const who = sent.key || sent.cookie || sent.bearer ? {} : { bearer: operator };
  const headers = { "idempotency-key": key, ...sent.headers };
  return through(apiRequest("POST /test/bookings", { ...who, ...sent, body, headers }));
}
const failed = async (response: Response) => ({ status: response.status, code: (await response.json()).code });

describe("S12 the same request again", () => {
  it("gets the same answer, byte for byte, with the same status, and has one effect", async () => {
    const { mark, key } = fresh();
    const first = await send(key, { mark, amount: 1.1 });
    const again = await send(key, { mark, amount: 1.1 });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    const marked = [first, again].map(({ headers }) => headers.get("idempotency-replayed"));
    expect(marked).toEqual([null, "true"]);
    expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    expect(await effects(mark)).toBe(1);
    expect(await query("select 1 from audit_log where entity_id = $1", [mark])).toHaveLength(1);
  });

  it("without a key is another request", async () => {
    const { mark } = fresh();
    for (let time = 0; time < 2; time++)
      expect((await post(apiRequest("POST /x", { bearer: operator, body: { mark, amount: 1 } }))).status).toBe(201);
    expect(await effects(mark)).toBe(2);
  });

  it("is known by its content, not by its blanks", async () => {
    const { mark, key } = fresh();
    await send(key, { mark, amount: 1 });
    const headers = { "idempotency-key": key, "content-type": "application/json", authorization: `Bearer ${operator}` };
    const body = `{ "mark":\n"${mark}",   "amount": 1.0 }`;
    const again = await post(new Request("http://127.0.0.1:3000/test/bookings", { method: "POST", headers, body }));
    expect(again.status).toBe(201);
    expect(await effects(mark)).toBe(1);
  });

  it("fifty at once have one effect; who doesn't get the answer is told to wait", async () => {
    const { mark, key } = fresh();
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(key, { mark, amount: 1, waitMs: 50 })));
    const statuses = answers.map(({ status }) => status);
    expect(await effects(mark)).toBe(1);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const receipts = await Promise.all(answers.filter(({ status }) => status === 201).map((answer) => answer.text()));
    expect(receipts.length).toBeGreaterThan(0);
    expect(new Set(receipts).size).toBe(1);
  });

  it("while the first is at work: 409, and the answer afterwards", async () => {
    const { mark, key } = fresh();
    const gate = randomInt(2 ** 31);
    const body = { mark, amount: 1, gate };
    const keeper = new Client({ connectionString: process.env.DATABASE_URL });
    await keeper.connect();
    await keeper.query("select pg_advisory_lock($1)", [gate]);
    const first = send(key, body);
    const atTheGate = "select count(*)::int as n from pg_locks where objid = $1 and not granted";
    await expect.poll(async () => (await keeper.query(atTheGate, [gate])).rows[0].n, { timeout: 5_000 }).toBe(1);
    expect(await failed(await send(key, body))).toEqual({ status: 409, code: "conflict" });
    await keeper.end();
    const done = await (await first).text();
    expect(await (await send(key, body)).text()).toBe(done);
    expect(await effects(mark)).toBe(1);
  });
});

describe("S12 another request with the same key", () => {
  it("is refused: 422, and changes nothing", async () => {
    const { mark, key } = fresh();
    await send(key, { mark, amount: 1 });
    const other = await send(key, { mark, amount: 2 });
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({
      code: "validation",
      errors: [{ path: "Idempotency-Key", code: "reused" }],
    });
    expect(await effects(mark)).toBe(1);
  });

  it("also where only its query, its path or its version differ", async () => {
    const { mark, key } = fresh();
    const versioned = serve(contract("PATCH /test/bookings/{mark}", { ...details, versioned: true }), book);
    const patch = (at: string, version: number, path = "/x") =>
      versioned(
        apiRequest(`PATCH ${path as "/x"}`, {
          bearer: operator,
          body: { amount: 1 },
          headers: { "idempotency-key": key, "if-match": `"${version}"` },
        }),
        { params: Promise.resolve({ mark: at }) },
      );
    expect((await patch(mark, 1)).status).toBe(201);
    expect((await patch(mark, 2)).status).toBe(422);
    expect((await patch(randomUUID(), 1)).status).toBe(422);
    expect((await patch(mark, 1, "/x?fail=refuse")).status).toBe(422);
    expect((await patch(mark, 1)).status).toBe(201);
    expect(await effects(mark)).toBe(1);
  });

  it.each([
    ["another route", () => ({ through: door("POST /test/other") })],
    ["another method", () => ({ through: door("PUT /test/bookings") })],
    ["another person of the company", async () => ({ sent: { bearer: await tokenOf(tenant.members.owner) } })],
    ["a program of the company", async () => ({ sent: { key: (await program()).key } })],
    ["another company", async () => ({ sent: { bearer: await tokenOf((await testTenant()).members.operator) } })],
  ])("means nothing for %s", async (_who, how) => {
    const { mark, key } = fresh();
    await query("update users set is_demo = true where id = $1", [tenant.members.owner.userId]);
    const { sent, through } = { sent: {}, through: post, ...(await how()) };
    const first = await (await send(key, { mark, amount: 1 })).json();
    const other = await send(key, { mark, amount: 1 }, sent, through);
    expect(other.status).toBe(201);
    expect((await other.json()).receipt).not.toBe(first.receipt);
    expect(await effects(mark)).toBe(2);
  });
});

const program = () => madeKey(tenant, { scopes: ["machines:write"] });

describe("S12 a request that failed leaves its key free", () => {
  it.each([
    ["what the business refuses", "refuse", 409],
    ["a bug", "break", 500],
    ["an answer of the wrong shape", "output", 500],
  ] as const)("%s: nothing is booked, and the next try counts", async (_what, fail, status) => {
    const { mark, key } = fresh();
    expect((await send(key, { mark, amount: 1, fail })).status).toBe(status);
    expect(await effects(mark)).toBe(0);
    expect(await query("select 1 from api_idempotency_records where request_id = $1", [key])).toEqual([]);
    expect((await send(key, { mark, amount: 1 })).status).toBe(201);
    expect(await effects(mark)).toBe(1);
  });

  it("input that is not valid burns no key", async () => {
    const { mark, key } = fresh();
    expect(await failed(await send(key, { mark, amount: "much" }))).toEqual({ status: 422, code: "validation" });
    expect((await send(key, { mark, amount: 1 })).status).toBe(201);
  });

  it("who may not burns none, and reads nobody's answer", async () => {
    const { mark, key } = fresh();
    await send(key, { mark, amount: 1 });
    const guest = await send(key, { mark, amount: 1 }, { bearer: await tokenOf(tenant.members.guest) });
    expect(await failed(guest)).toEqual({ status: 403, code: "forbidden" });
    expect((await post(apiRequest("POST /x", { body: { mark }, headers: { "idempotency-key": key } }))).status).toBe(
      401,
    );
  });

  it("who has lost the permission since gets no stored answer either", async () => {
    const { mark, key } = fresh();
    const made = await program();
    expect((await send(key, { mark, amount: 1 }, { key: made.key })).status).toBe(201);
    await query("update api_keys set scopes = '{machines:read}' where id = $1", [made.id]);
    expect((await send(key, { mark, amount: 1 }, { key: made.key })).status).toBe(403);
  });
});

describe("S12 the key itself", () => {
  it("is forgotten after a day, and not before", async () => {
    const { mark, key } = fresh();
    const first = await (await send(key, { mark, amount: 1 })).json();
    const [row] = await query<{ hours: number }>(
      "select extract(epoch from expires_at - created_at)::int / 3600 as hours from api_idempotency_records where request_id = $1",
      [key],
    );
    expect(row?.hours).toBe(24);
    const age = (left: string) =>
      query(`update api_idempotency_records set expires_at = now() + interval '${left}' where request_id = $1`, [key]);
    await age("1 minute");
    expect((await (await send(key, { mark, amount: 1 })).json()).receipt).toBe(first.receipt);
    await age("-1 second");
    const later = await send(key, { mark, amount: 2 });
    expect(later.status).toBe(201);
    expect((await (await send(key, { mark, amount: 2 })).json()).receipt).toBe((await later.json()).receipt);
    expect(await effects(mark)).toBe(2);
  });

  it.each(["", "a b", "ä", "x".repeat(201)])("must be 1 to 200 visible characters, so not %j", async (key) => {
    const { mark } = fresh();
    const headers = new Headers({ authorization: `Bearer ${operator}`, "content-type": "application/json" });
    headers.set("idempotency-key", key);
    const body = JSON.stringify({ mark, amount: 1 });
    const response = await post(new Request("http://127.0.0.1:3000/test", { method: "POST", headers, body }));
    expect(await failed(response)).toEqual({ status: 400, code: "bad_request" });
    expect(await effects(mark)).toBe(0);
  });

  it("is refused where the answer is a secret that is shown once", async () => {
    await query("update users set is_demo = true where id = $1", [tenant.members.admin.userId]);
    const mint = serve(apiKeysContract.createKey, createKey);
    const bearer = await tokenOf(tenant.members.admin);
    const body = { name: randomUUID(), scopes: ["machines:read"] };
    const headers = { "idempotency-key": randomUUID() };
    expect((await mint(apiRequest("POST /api/keys", { bearer, body, headers }))).status).toBe(400);
    expect(await query("select 1 from api_keys where name = $1", [body.name])).toEqual([]);
    expect((await mint(apiRequest("POST /api/keys", { bearer, body }))).status).toBe(201);
  });

  it("counts from a page, too: the person is the same by cookie and by token", async () => {
    const { mark, key } = fresh();
    const { otherClient: member } = tenant;
    const cookie = await cookieOfMember(member);
    const headers = { origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" };
    const byCookie = await send(key, { mark, amount: 1 }, { cookie, headers });
    expect(byCookie.status).toBe(201);
    const [row] = await query<{ sid_hash: string }>("select sid_hash from sessions where id = $1", [member.sessionId]);
    const bearer = await tokenOf({ ...member, sidHash: row?.sid_hash ?? "" });
    const byToken = await send(key, { mark, amount: 1 }, { bearer });
    expect(await byToken.text()).toBe(await byCookie.text());
    expect(await effects(mark)).toBe(1);
  });

  it("counts for a platform administrator, who works in no company", async () => {
    const admin = await testPlatformAdmin();
    const sid = newSecret();
    await query("update sessions set sid_hash = $1 where id = $2", [await sha256Hex(sid), admin.sessionId]);
    await query(
      `insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
       values ($1, $2, '\\x00', 0, '{}', 'key', now())`,
      [admin.sessionId, admin.userId],
    );
    const { token: bearer } = await issueAccessToken(await sha256Hex(sid), admin.userId, new Date());
    const { id } = await testTenant();
    const close = serve(platformContract.closeTenant, closeTenant);
    const send = (reason: string) => {
      const headers = { "idempotency-key": "close-it" };
      const request = apiRequest("POST /api/platform/tenants/x/close", { bearer, headers, body: { reason } });
      return close(request, { params: Promise.resolve({ id }) });
    };
    const reason = "Unpaid since January, told twice";
    const [first, again, other] = [await send(reason), await send(reason), await send("Another reason altogether")];
    expect([first.status, again.status, other.status]).toEqual([200, 200, 422]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.text()).toBe(await first.text());
    const kept = "select tenant_id, principal from api_idempotency_records where request_id = 'close-it'";
    expect(await query(kept)).toEqual([{ tenant_id: null, principal: admin.userId }]);
  });

  it("counts for who asked, although the work goes on in another company", async () => {
    const { mark, key } = fresh();
    const elsewhere = await testTenant();
    const move = command({
      name: "test.move",
      permission: "machines:write",
      input: z.strictObject({ mark: z.string() }),
      output: z.object({ receipt: z.string() }),
      async run(ctx, { mark: id }) {
        await ctx.unit.rescope({ tenantId: elsewhere.id, userId: elsewhere.members.owner.userId });
        ctx.audit({ entity: "test", id });
        return { receipt: randomUUID() };
      },
    });
    const moves = serve(contract("POST /test/moves", { ...details, input: move.input, output: move.output }), move);
    const first = await (await send(key, { mark }, {}, moves)).text();
    expect(await (await send(key, { mark }, {}, moves)).text()).toBe(first);
    expect(await query("select tenant_id from audit_log where entity_id = $1", [mark])).toEqual([
      { tenant_id: elsewhere.id },
    ]);
  });

  it("keeps no other company's answer in sight of a query", async () => {
    const { mark, key } = fresh();
    await send(key, { mark, amount: 1 });
    const { visitorCtx } = await import("./ctx");
    const unit = visitorCtx().begin("test");
    await unit.rescope({ tenantId: (await testTenant()).id });
    const seen = await (await tx({ unit })).apiIdempotencyRecord.count({ where: { requestId: key } });
    await unit.commit();
    expect(seen).toBe(0);
  });
});
