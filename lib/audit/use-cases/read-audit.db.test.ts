import { createHash, createPublicKey, randomUUID, verify as verifySignature } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Ctx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { canonicalJson } from "../core/entry-hash";
import type { AuditDetail, AuditPage } from "../schemas";
import { exportAudit } from "./export-audit";
import { getAuditEntry } from "./get-audit-entry";
import { listAudit } from "./list-audit";
import { listAuditFacets } from "./list-audit-facets";
import { sealAudit } from "./seal-audit";

let mine: TestTenant;
let other: TestTenant;
const KEY = randomUUID().slice(0, 8);

const change = command({
  name: "test.thing.change",
  permission: "audit:write",
  input: z.object({ entity: z.string(), id: z.string(), before: z.unknown(), after: z.unknown() }),
  output: z.object({}),
  run(ctx, entry) {
    ctx.audit(entry);
    return {};
  },
});
const act = (ctx: Ctx, entity: string, id: string, before?: unknown, after?: unknown) =>
  change.execute(ctx, { entity, id, before, after });

beforeAll(async () => {
  [mine, other] = await Promise.all([testTenant(), testTenant()]);
  const { userId } = mine.members.admin;
  await query(
    `insert into api_keys (id, tenant_id, user_id, name, secret_hash, created_at) values ($1, $2, $3, 'Fleet export', $4, now())`,
    [KEY, mine.id, userId, "0".repeat(64)],
  );
  await act(
    mine.ctx("owner"),
    "machine",
    "m1",
    { power: 3000, site: "A" },
    { power: 3200, site: "A", note: "50%_off" },
  );
  await act(mine.ctx("admin"), "machine", "m2", undefined, { power: 1 });
  await act(mine.ctx("admin"), "member", "m1", { role: "guest" }, undefined);
  await query(
    `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id, after)
     values ('2026-03-05T12:00:00Z', $1, 'program', $2, 'r', 'fleet.report.export', 'report', '=1+2', '{"n": 12345678901234567890, "cell": "=cmd()"}')`,
    [mine.id, KEY],
  );
  await act(other.ctx("owner"), "machine", "theirs", undefined, { power: 2 });
  await sealAudit.execute(systemCtx("test"), {});
  await act(mine.ctx("owner"), "machine", "m3", undefined, { power: 3 });
});
afterAll(disconnectDatabase);

const list = (filter: Parameters<typeof listAudit.execute>[1] = {}, ctx = mine.ctx("owner")): Promise<AuditPage> =>
  listAudit.execute(ctx, filter);
const ids = async (filter: object) => (await list(filter)).items.map(({ entity_id }) => entity_id);

describe("the list", () => {
  it("is the company's own, newest first, with the place in the chain", async () => {
    const { items, next_cursor } = await list();
    expect(items.map(({ entity_id }) => entity_id)).toEqual(["m3", "=1+2", "m1", "m2", "m1"]);
    expect(items.map(({ seq }) => seq)).toEqual([null, 4, 3, 2, 1]);
    expect(items[0]?.hash).toBeNull();
    expect(items[1]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(next_cursor).toBeNull();
  });

  it("says who it was, as far as the company knows", async () => {
    const { items } = await list();
    expect(items[0]?.actor).toEqual({
      kind: "person",
      id: mine.members.owner.userId,
      email: mine.members.owner.email,
      name: "The owner",
    });
    expect(items[1]?.actor).toEqual({
      kind: "program",
      id: KEY,
      email: mine.members.admin.email,
      name: "Fleet export",
    });
  });

  it("says who it was of the platform, where the entry itself has the address", async () => {
    const marker = randomUUID();
    const admin = await testPlatformAdmin();
    await query(
      `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id, after)
       values (now(), $1, 'person', $2, 'r', 'platform.tenant.close', 'tenants', $3, '{"actor_email": "keeper@platform.example"}')`,
      [other.id, admin.userId, marker],
    );
    const { items } = await list({ entity_id: marker }, other.ctx("owner"));
    expect(items.map(({ actor }) => actor.email)).toEqual(["keeper@platform.example"]);
  });

  it("goes on where the page before ended", async () => {
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.next_cursor ?? "" });
    const third = await list({ limit: 2, cursor: second.next_cursor ?? "" });
    expect([first, second, third].flatMap(({ items }) => items.map(({ entity_id }) => entity_id))).toEqual([
      "m3",
      "=1+2",
      "m1",
      "m2",
      "m1",
    ]);
    expect(third.next_cursor).toBeNull();
  });

  it.each<[string, object, string[]]>([
    ["entity", { entity: "member" }, ["m1"]],
    ["entity and id", { entity: "machine", entity_id: "m1" }, ["m1"]],
    ["use case", { use_case: "fleet.report.export" }, ["=1+2"]],
    ["beginning of a use case", { use_case: "fleet." }, ["=1+2"]],
    ["no middle of a use case", { use_case: "report" }, []],
    ["kind of actor", { actor: "Program" }, ["=1+2"]],
    ["name of a key", { actor: "fleet exp" }, ["=1+2"]],
    ["the day, whole", { from: "2026-03-05", to: "2026-03-05" }, ["=1+2"]],
    ["the moment, exclusive", { to: "2026-03-05T12:00:00Z" }, []],
    ["what was changed", { search: "50%_OFF" }, ["m1"]],
    ["no wildcard", { search: "50_-off" }, []],
    [
      "an empty form",
      { actor: "", entity: " ", from: "", to: "", search: "", cursor: "" },
      ["m3", "=1+2", "m1", "m2", "m1"],
    ],
  ])("is filtered by %s", async (_, filter, expected) => {
    expect(await ids(filter)).toEqual(expected);
  });

  it("is filtered by a person's id, name or address, with what their keys did", async () => {
    expect(await ids({ actor: mine.members.admin.userId })).toEqual(["m1", "m2"]);
    expect(await ids({ actor: mine.members.admin.email.toUpperCase() })).toEqual(["=1+2", "m1", "m2"]);
    expect(await ids({ actor: "the own" })).toEqual(["m3", "m1"]);
    expect(await ids({ actor: other.members.owner.email })).toEqual([]);
  });

  it.each([
    [{ from: "yesterday" }, "from"],
    [{ to: "0000-01-01" }, "to"],
    [{ from: "9999-12-31" }, "from"],
    [{ cursor: "x" }, "cursor"],
    [{ limit: 500 }, "limit"],
    [{ search: "a\0b" }, "search"],
    [{ actors: "x" }, "actors"],
  ])("refuses %j with a word about it", async (filter, path) => {
    await expect(listAudit.execute(mine.ctx("owner"), filter)).rejects.toMatchObject({
      code: "validation",
      details: { errors: [{ path }] },
    });
  });

  it.each(["mining_site_owner", "operator", "client", "guest"] as const)("is closed to a %s", async (role) => {
    await expect(list({}, mine.ctx(role))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is the platform's own for its administrators", async () => {
    const marker = randomUUID();
    await query(
      `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)
       values (now(), null, 'system', 'job', 'r', 'x', 'platform thing', $1)`,
      [marker],
    );
    const { ctx } = await testPlatformAdmin();
    expect((await list({ entity_id: marker }, ctx)).items).toHaveLength(1);
    expect((await list({ entity: "machine" }, ctx)).items).toEqual([]);
    expect((await list({ entity_id: marker })).items).toEqual([]);
  });

  it("of the platform says who it was where it was the reader, and nobody else", async () => {
    const [reader, another] = [await testPlatformAdmin(), await testPlatformAdmin()];
    const marker = randomUUID();
    for (const { userId } of [reader, another])
      await query(
        `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)
         values (now(), null, 'person', $2, 'r', 'x', 'platform thing', $1)`,
        [marker, userId],
      );
    const { items } = await list({ entity_id: marker }, reader.ctx);
    expect(items.map(({ actor }) => actor.email)).toEqual([null, reader.email]);
  });

  it("names the kinds of things that the log tells of", async () => {
    expect(await listAuditFacets.execute(mine.ctx("admin"), {})).toEqual({ entities: ["machine", "member", "report"] });
  });
});

describe("one entry", () => {
  const entry = async (filter: object): Promise<AuditDetail> => {
    const [item] = (await list(filter)).items;
    return getAuditEntry.execute(mine.ctx("admin"), { id: item?.id ?? "0" });
  };

  it("says what was there before and after, and the difference", async () => {
    expect(await entry({ entity: "machine", entity_id: "m1" })).toMatchObject({
      before: { power: 3000, site: "A" },
      after: { power: 3200, site: "A", note: "50%_off" },
      changes: [
        { kind: "changed", path: "/power", before: 3000, after: 3200 },
        { kind: "added", path: "/note", after: "50%_off" },
      ],
      prev_hash: "0".repeat(64),
      seq: 1,
    });
    expect((await entry({ entity: "member" })).changes).toEqual([{ kind: "removed", path: "/role", before: "guest" }]);
  });

  it("keeps the digits of a number that JavaScript has none for", async () => {
    expect((await entry({ entity: "report" })).after).toEqual({ n: "12345678901234567890", cell: "=cmd()" });
  });

  it("is not found where it is another company's, or none", async () => {
    const [theirs] = (await list({}, other.ctx("owner"))).items;
    for (const id of [theirs?.id ?? "", "999999999999999999"])
      await expect(getAuditEntry.execute(mine.ctx("owner"), { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the export", () => {
  const file = async (format: "csv" | "jsonl", filter: object = {}) => {
    const { bytes, ...rest } = await exportAudit.execute(mine.ctx("owner"), { format, ...filter });
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    return { ...rest, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(pieces)) };
  };
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const isSigned = (end: { public_key: string }, signature: string) =>
    verifySignature(
      null,
      Buffer.from(canonicalJson(end)),
      createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: end.public_key }, format: "jwk" }),
      Buffer.from(signature, "base64url"),
    );

  it("as JSON lines can be checked by whoever has it: each hash, and the signed last line", async () => {
    const { text, file_name } = await file("jsonl");
    expect(file_name).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.jsonl$/);
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(6);
    let previous = "0".repeat(64);
    for (const line of lines.slice(0, 4)) {
      const { entry, hash: own, prev_hash } = JSON.parse(line);
      expect(prev_hash).toBe(previous);
      expect(hash(prev_hash + canonicalJson(entry))).toBe(own);
      previous = own;
    }
    expect(JSON.parse(lines[4] ?? "")).toMatchObject({ hash: null, entry: { entity_id: "m3", seq: null } });
    const { end, signature } = JSON.parse(lines[5] ?? "");
    expect(end).toMatchObject({ kind: "audit-export", chain: mine.id, seq: 4, hash: previous, entries: 5, filter: {} });
    expect(end.sha256).toBe(hash(text.slice(0, text.lastIndexOf('{"end"'))));
    expect(isSigned(end, signature)).toBe(true);
    expect(isSigned({ ...end, entries: 4 }, signature)).toBe(false);
  });

  it("tells of a log of any length, a thousand entries in memory at a time", async () => {
    const long = await testTenant();
    await query(
      `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)
       select now(), $1, 'system', 'test', 'r', 'test.fill', 'thing', n::text from generate_series(1, 2001) n`,
      [long.id],
    );
    const { bytes } = await exportAudit.execute(long.ctx("owner"), { format: "csv" });
    const sizes: number[] = [];
    let last = "";
    for await (const piece of bytes) {
      sizes.push(piece.byteLength);
      last = new TextDecoder().decode(piece);
    }
    expect(sizes).toHaveLength(5);
    expect(Math.max(...sizes)).toBeLessThan(500_000);
    const [row = []] = parse(last, { relax_column_count: true }) as string[][];
    expect(JSON.parse(row[1] ?? "")).toMatchObject({ kind: "audit-export", entries: 2_001 });
  });

  it("tells the company where support took it, and nobody else", async () => {
    const theirs = await testTenant();
    const owner = theirs.ctx("owner");
    await exportAudit.execute(owner, { format: "csv" });
    expect((await list({}, owner)).items).toEqual([]);
    const supportAccessId = randomUUID();
    const session = { id: "s", userId: randomUUID(), email: "s@platform.example", name: "S", supportAccessId };
    await exportAudit.execute({ ...owner, session }, { format: "csv", entity: "machine" });
    const [entry] = (await list({}, owner)).items;
    expect(entry).toMatchObject({ use_case: "audit.export", entity: "support_access", entity_id: supportAccessId });
    expect((await getAuditEntry.execute(owner, { id: entry?.id ?? "" })).after).toEqual({
      format: "csv",
      filter: { entity: "machine" },
      actor_email: "s@platform.example",
    });
  });

  it("S16 formulas in exports › as CSV runs no formula, and says by what it was filtered", async () => {
    const { text, content_type } = await file("csv", { entity: "report" });
    expect(content_type).toBe("text/csv; charset=utf-8");
    const [head = [], row = [], last = []] = parse(text, { bom: true, relax_column_count: true }) as string[][];
    const cell = (name: string) => row[head.indexOf(name)];
    expect(cell("entity_id")).toBe("'=1+2");
    expect(cell("actor")).toBe(mine.members.admin.email);
    expect(cell("after")).toBe('{"n": 12345678901234567890, "cell": "=cmd()"}');
    const end = JSON.parse(last[1] ?? "");
    expect(last[0]).toBe("end");
    expect(end).toMatchObject({ entries: 1, filter: { entity: "report" }, seq: 4 });
    expect(end.sha256).toBe(hash(text.slice(0, text.lastIndexOf("end,"))));
    expect(isSigned(end, last[2] ?? "")).toBe(true);
  });
});
