import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Frame, frameReader } from "@/components/live/frame-reader";
import { logout } from "@/lib/identity/use-cases/logout";
import { closeTenant } from "@/lib/identity/use-cases/platform/close-tenant";
import { event } from "@/lib/kernel/event";
import { live } from "@/lib/kernel/live";
import { disconnectDatabase } from "@/lib/platform/db";
import { apiRequest, cookieOfMember, madeKey } from "@/lib/testing/api-calls";
import { until } from "@/lib/testing/events/ground";
import { sql } from "@/lib/testing/sql";
import { type Member, type TestTenant, testMember, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { liveContract } from "./live-contract";
import { createLiveHub, type HubOptions, type LiveHub } from "./live-hub";
import { serveLive } from "./serve-live";

const Noted = event({
  kind: "test.live.noted.v1",
  schemaVersion: 1,
  topic: "events.miner",
  payload: z.strictObject({ note: z.string(), inside: z.string() }),
});
const noted = live(Noted, { permission: "machines:read", whose: "company", shows: z.object({ note: z.string() }) });

let tenant: TestTenant;
let other: TestTenant;
const hubs = new Set<LiveHub>();
beforeAll(async () => {
  [tenant, other] = [await testTenant(), await testTenant()];
});
afterEach(async () => {
  globalThis.hashinsightDraining = false;
  for (const hub of hubs) await hub.close();
  hubs.clear();
});
afterAll(disconnectDatabase);

function newHub(limits: HubOptions["limits"] = {}): LiveHub {
  const hub = createLiveHub({ kinds: [noted], databaseUrl: process.env.DATABASE_URL ?? "", limits });
  hubs.add(hub);
  return hub;
}

/** A company's member does something. */
async function tell(note: string, of: TestTenant = tenant, by: Member = of.members.mining_site_owner): Promise<void> {
  const unit = of.ctx(by).begin("test.note");
  unit.emit(Noted, { entityId: "x", key: randomUUID(), version: 1, payload: { note, inside: "not for pages" } });
  await unit.commit();
}

type Ear = ReturnType<typeof earOf> & { response: Response; hangUp(): void };
const doorOf = (hub: LiveHub) => serveLive(liveContract([noted]), [noted], () => hub);

type Sent = { cookie?: string; lastId?: string };

/** Opens a stream as a browser does, and reads on. */
async function listen(hub: LiveHub, member: Member, { cookie, lastId }: Sent = {}): Promise<Ear> {
  const away = new AbortController();
  const request = apiRequest("GET /api/live", {
    cookie: cookie ?? (await cookieOfMember(member)),
    headers: lastId === undefined ? {} : { "last-event-id": lastId },
  });
  const response = await doorOf(hub)(new Request(request, { signal: away.signal }));
  return { response, ...earOf(response.ok ? response.body : null), hangUp: () => away.abort() };
}

function earOf(body: ReadableStream<Uint8Array> | null) {
  const frames: Frame[] = [];
  if (body) void readOn(body, frames);
  const dataOf = (wanted: string) => frames.filter(({ event, data }) => event === wanted && data !== "");
  return {
    frames,
    notes: (): string[] => dataOf("message").map(({ data }) => JSON.parse(data).facts.note),
    end: (): string | undefined => dataOf("end").map(({ data }) => JSON.parse(data).reason)[0],
    lastId: (): string => frames.findLast(({ id }) => id)?.id ?? "",
  };
}

async function readOn(body: ReadableStream<Uint8Array>, frames: Frame[]): Promise<void> {
  const read = frameReader();
  const decoder = new TextDecoder();
  try {
    for await (const piece of body) frames.push(...read(decoder.decode(piece, { stream: true })));
  } catch {
    // It was cut off.
  }
}

const heard = (ear: Pick<Ear, "notes">, note: string) =>
  until(
    async () => ear.notes(),
    (notes) => notes.includes(note),
    5_000,
  );
const ended = (ear: Pick<Ear, "end">, withinMs = 5_000) =>
  until(
    async () => ear.end(),
    (reason) => reason !== undefined,
    withinMs,
  );

describe("a live stream", () => {
  it("says whose it is, then what happens in the company, to each what they may know", async () => {
    const hub = newHub();
    const { mining_site_owner: manager, client } = tenant.members;
    const [all, own, stranger] = [
      await listen(hub, manager),
      await listen(hub, client),
      await listen(hub, other.members.mining_site_owner),
    ];
    expect(all.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    await tell("the manager's");
    await tell("the client's", tenant, client);
    await tell("elsewhere", other);
    await heard(all, "the client's");
    await heard(own, "the client's");
    await heard(stranger, "elsewhere");
    expect(all.notes()).toEqual(["the manager's", "the client's"]);
    expect(own.notes()).toEqual(["the client's"]);
    expect(stranger.notes()).toEqual(["elsewhere"]);
    expect(JSON.parse(all.frames[0]?.data ?? "")).toEqual({ user_id: manager.userId, tenant_id: tenant.id });
    expect(JSON.stringify(all.frames)).not.toContain("not for pages");
  });

  it("goes on after the last id, with each event once", async () => {
    const hub = newHub();
    const member = await testMember(tenant.id, "operator");
    const first = await listen(hub, member);
    await tell("one");
    await tell("two");
    await heard(first, "two");
    const afterOne = first.frames.find(({ data }) => data.includes("one"))?.id ?? "";
    first.hangUp();
    await tell("three");
    const second = await listen(hub, member, { lastId: afterOne });
    await tell("four");
    await heard(second, "four");
    expect(second.notes()).toEqual(["two", "three", "four"]);
    expect(second.frames.some(({ event }) => event === "resync")).toBe(false);
    const third = await listen(hub, member, { lastId: second.lastId() });
    await tell("five");
    await heard(third, "five");
    expect(third.notes()).toEqual(["five"]);
  });

  it("says to read afresh where the last id tells nothing here", async () => {
    const hub = newHub();
    const theirs = await listen(hub, other.members.mining_site_owner);
    await until(async () => theirs.lastId(), Boolean);
    for (const id of [theirs.lastId(), "1764158400", "v1.x"]) {
      const ear = await listen(hub, tenant.members.mining_site_owner, { lastId: id });
      await until(
        async () => ear.frames,
        (frames) => frames.some(({ event }) => event === "resync"),
      );
    }
  });

  it("tells nothing that happens after the session was ended, whoever ended it and however", async () => {
    const hub = newHub();
    const witness = await listen(hub, tenant.members.mining_site_owner);
    // Behind the product's back: nobody announces it.
    const ends: [string, (member: Member) => Promise<unknown>, string][] = [
      ["revoked", ({ sessionId }) => sql`update sessions set revoked_at = now() where id = ${sessionId}`, "ended"],
      ["access", ({ accessId }) => sql`update user_access set has_access = false where id = ${accessId}`, "ended"],
      ["role", ({ accessId }) => sql`update user_access set role = 'guest' where id = ${accessId}`, "changed"],
      ["expired", ({ sessionId }) => sql`update sessions set expires_at = now() where id = ${sessionId}`, "expired"],
      [
        "secret",
        ({ sessionId }) =>
          sql`update sessions set sid_hash = md5(random()::text) || md5(random()::text) where id = ${sessionId}`,
        "changed",
      ],
    ];
    for (const [name, end, reason] of ends) {
      const member = await testMember(tenant.id, "operator");
      const ear = await listen(hub, member);
      await tell(`before ${name}`);
      await heard(ear, `before ${name}`);
      await end(member);
      await tell(`after ${name}`);
      await heard(witness, `after ${name}`);
      expect(await ended(ear)).toBe(reason);
      expect(ear.notes()).toEqual([`before ${name}`]);
    }
  });

  it("tells nothing of what was missed, where the session ends before that is handed over", async () => {
    const hub = newHub();
    const member = await testMember(tenant.id, "operator");
    const first = await listen(hub, member);
    await until(async () => first.lastId(), Boolean);
    await tell("missed");
    const { tenantId, actor } = tenant.ctx(member);
    const [row] = await sql<{ sid_hash: string }>`update sessions set revoked_at = now() where id = ${member.sessionId}
      returning sid_hash`;
    const who = { tenantId, actor, userId: member.userId, role: "operator", mustEnrol: false, until: null };
    const listener = { ...who, sidHash: row?.sid_hash ?? "" };
    const ear = earOf(await hub.open(listener, first.lastId(), new AbortController().signal));
    expect(await ended(ear)).toBe("ended");
    expect(ear.notes()).toEqual([]);
  });

  it("ends at once with signing out, with the company, and with what another process says", async () => {
    const hub = newHub();
    const gone = await testTenant();
    const members = [];
    for (let n = 0; n < 4; n++) members.push(await testMember(gone.id, "operator"));
    const quiet = await listen(hub, gone.members.admin);
    for (const member of members) {
      const ear = await listen(hub, member);
      await logout.execute(gone.ctx(member), {});
      expect(await ended(ear, 1_000)).toBe("ended");
    }
    expect(quiet.end()).toBeUndefined();
    const { ctx } = await testPlatformAdmin();
    await closeTenant.execute(ctx, { id: gone.id, reason: "the test is over" });
    expect(await ended(quiet, 1_000)).toBe("ended");
    const member = await testMember(tenant.id, "operator");
    const ear = await listen(hub, member);
    await sql`update sessions set revoked_at = now() where id = ${member.sessionId}`;
    await sql`select pg_notify('hashinsight_sessions', '')`;
    expect(await ended(ear, 1_000)).toBe("ended");
    expect(hub.size()).toBe(0);
  });

  it("ends within seconds with what nobody announces", async () => {
    const hub = newHub();
    const member = await testMember(tenant.id, "operator");
    const ear = await listen(hub, member);
    await sql`update sessions set revoked_at = now() where id = ${member.sessionId}`;
    expect(await ended(ear, 4_000)).toBe("ended");
  });
});

describe("the streams of a process", () => {
  it("are so many a person: the oldest ends", async () => {
    const hub = newHub({ perUser: 2 });
    const member = await testMember(tenant.id, "operator");
    const another = await listen(hub, tenant.members.mining_site_owner);
    const cookie = await cookieOfMember(member);
    const [first, second] = [await listen(hub, member, { cookie }), await listen(hub, member, { cookie })];
    const third = await listen(hub, member, { cookie });
    expect(await ended(first)).toBe("replaced");
    expect([second.end(), third.end(), another.end(), hub.size()]).toEqual([undefined, undefined, undefined, 3]);
  });

  it("are so many in all: who comes then is told when to try again", async () => {
    const hub = newHub({ most: 1 });
    const first = await listen(hub, tenant.members.mining_site_owner);
    const second = await listen(hub, other.members.mining_site_owner);
    expect(second.response.status).toBe(503);
    expect(Number(second.response.headers.get("retry-after"))).toBeGreaterThan(0);
    first.hangUp();
    expect(hub.size()).toBe(0);
    expect((await listen(hub, other.members.mining_site_owner)).response.status).toBe(200);
  });

  it("forget who hangs up and who doesn't read, and leave no connection behind", async () => {
    const hub = newHub({ unread: 2_000 });
    const reader = await listen(hub, tenant.members.mining_site_owner);
    const away = new AbortController();
    const request = apiRequest("GET /api/live", { cookie: await cookieOfMember(other.members.mining_site_owner) });
    await doorOf(hub)(new Request(request, { signal: away.signal }));
    expect(hub.size()).toBe(2);
    for (let n = 0; n < 3; n++) await tell("x".repeat(1_000), other);
    await until(
      async () => hub.size(),
      (size) => size === 1,
    );
    reader.hangUp();
    expect(hub.size()).toBe(0);
  });

  it("end with the process, and nobody new comes in", async () => {
    const hub = newHub();
    const ear = await listen(hub, tenant.members.mining_site_owner);
    globalThis.hashinsightDraining = true;
    expect(await ended(ear, 2_000)).toBe("draining");
    expect((await listen(hub, tenant.members.mining_site_owner)).response.status).toBe(503);
  });

  it("end when the outbox can't be read any more, and go on where they were", async () => {
    const hub = newHub();
    const member = await testMember(tenant.id, "operator");
    const ear = await listen(hub, member);
    await until(async () => ear.lastId(), Boolean);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'hashinsight live'`;
    expect(await ended(ear)).toBe("unavailable");
    await tell("while nobody listened");
    const next = await listen(hub, member, { lastId: ear.lastId() });
    await heard(next, "while nobody listened");
  });
});

describe("the door of live pages", () => {
  it("is closed to visitors, to programs and to what it doesn't know", async () => {
    const hub = newHub();
    expect((await doorOf(hub)(apiRequest("GET /api/live"))).status).toBe(401);
    const { key } = await madeKey(tenant, { scopes: ["machines:read"] });
    expect((await doorOf(hub)(apiRequest("GET /api/live", { key }))).status).toBe(403);
    const cookie = await cookieOfMember(tenant.members.admin);
    expect((await doorOf(hub)(apiRequest("GET /api/live?since=1", { cookie }))).status).toBe(422);
    expect(hub.size()).toBe(0);
  });

  it("answers HEAD without a stream", async () => {
    const hub = newHub();
    const cookie = await cookieOfMember(tenant.members.admin);
    const response = await doorOf(hub)(apiRequest("HEAD /api/live", { cookie }));
    expect([response.status, response.body, hub.size()]).toEqual([200, null, 0]);
  });

  it("says so when the database can't be reached", async () => {
    const hub = createLiveHub({ kinds: [noted], databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
    hubs.add(hub);
    const cookie = await cookieOfMember(tenant.members.admin);
    const response = await doorOf(hub)(apiRequest("GET /api/live", { cookie }));
    expect([response.status, hub.size()]).toEqual([503, 0]);
  });
});
