import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Ctx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { sha256 } from "../adapters/sha256";
import { entryHash } from "../core/entry-hash";
import type { LogEntry } from "../core/log-entry";
import { checkpointAudit } from "./checkpoint-audit";
import { sealAudit } from "./seal-audit";
import { verifyAudit } from "./verify-audit";

const ENTRIES = 9;
const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-audit-"));
const files = join(dataDir, "audit-checkpoints");
let stop: () => Promise<void>;
let mine: TestTenant;
let other: TestTenant;

const change = command({
  name: "test.thing.change",
  permission: "audit:write",
  input: z.object({ id: z.string(), value: z.unknown() }),
  output: z.object({}),
  run(ctx, { id, value }) {
    ctx.audit({ entity: "thing", id, before: { name: `old ${id}`, zip: "é" }, after: { name: `new ${id}`, value } });
    return {};
  },
});
const act = (ctx: Ctx, id: string, value: unknown = 1) => change.execute(ctx, { id, value });
const seal = () => sealAudit.execute(systemCtx("test"), {});
const checkpoint = () => checkpointAudit.execute(systemCtx("test"), {});
const verify = (ctx: Ctx = mine.ctx("owner")) => verifyAudit.execute(ctx, {});

/** As the server's superuser, with every trigger off. */
const tamper = (text: string) => query(`set session_replication_role = replica; ${text}`);
const TABLES = ["audit_log", "audit_chain", "audit_checkpoints"];

beforeAll(async () => {
  process.env.DATA_DIR = dataDir;
  stop = await ownDatabase();
  [mine, other] = await Promise.all([testTenant(), testTenant()]);
  // Two companies' entries alternate, and ids begin elsewhere than numbers.
  for (let n = 1; n <= ENTRIES; n++) {
    await act(other.ctx("owner"), `b${n}`);
    await act(mine.ctx("owner"), `a${n}`, n === 4 ? 12_345_678 : n);
  }
  await seal();
  await checkpoint();
  for (const table of TABLES) await query(`create table kept_${table} as table ${table}`);
  cpSync(files, join(dataDir, "kept"), { recursive: true });
});
afterAll(async () => {
  await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const checkpointFile = () => {
  const [day = ""] = readdirSync(files);
  return join(files, day, `${mine.id}.json`);
};
afterEach(async () => {
  for (const table of TABLES) await tamper(`delete from ${table}; insert into ${table} select * from kept_${table}`);
  rmSync(files, { recursive: true });
  cpSync(join(dataDir, "kept"), files, { recursive: true });
  expect(await verify()).toMatchObject({ ok: true, entries: ENTRIES, first_bad: null });
});

/** The company's own link at a number. */
const at = (seq: number) => `chain = '${mine.id}' and seq = ${seq}`;
/** Moves links to other numbers; one statement, so that no two meet on the way. */
const renumber = (where: string, by: number) =>
  `update audit_chain set seq = -seq where chain = '${mine.id}' and ${where};
   update audit_chain set seq = -seq + ${by} where chain = '${mine.id}' and seq < 0`;
const JUST_LOG = `(at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)`;
const planted = (tenantId: string) =>
  `now(), '${tenantId}', 'person', 'x', 'x', 'test.thing.change', 'thing', 'planted'`;

describe("S22 audit chain › what nobody can do by the product's own rights", () => {
  it.each(TABLES.flatMap((table) => ["update", "delete", "truncate"].map((verb) => [verb, table] as const)))(
    "%s %s",
    async (verb, table) => {
      const text =
        verb === "update"
          ? `update ${table} set tenant_id = null`
          : `${verb} ${verb === "delete" ? "from" : ""} ${table}`;
      await expect(query(`set role hashinsight_app; ${text}`)).rejects.toThrow(/permission denied|append-only/);
      // Not even as the superuser, as long as the triggers stand.
      await expect(query(text)).rejects.toThrow("append-only");
    },
  );
});

describe("S22 audit chain › a sealed log", () => {
  it("is whole, and says until where it is signed and in which places", async () => {
    expect(await verify()).toMatchObject({
      ok: true,
      chain: mine.id,
      entries: ENTRIES,
      waiting: 0,
      first_bad: null,
      last_checkpoint: { seq: ENTRIES, places: ["database", "files"] },
    });
  });

  it("counts what waits for the sealer, which is no fault", async () => {
    await act(mine.ctx("admin"), "fresh");
    expect(await verify()).toMatchObject({ ok: true, entries: ENTRIES, waiting: 1 });
  });

  it("goes on after a checkpoint, and is signed again at its new end", async () => {
    await act(mine.ctx("admin"), "fresh");
    await seal();
    expect(await checkpoint()).toEqual({ signed: 1, unchanged: 1, refused: 0 });
    expect(await verify()).toMatchObject({ ok: true, last_checkpoint: { seq: ENTRIES + 1 } });
    expect(await checkpoint()).toEqual({ signed: 0, unchanged: 2, refused: 0 });
  });

  it("has checkpoint files that only the product's user reads, and gets back what was lost", async () => {
    rmSync(files, { recursive: true });
    expect(await checkpoint()).toEqual({ signed: 2, unchanged: 0, refused: 0 });
    expect(statSync(checkpointFile()).mode & 0o777).toBe(0o600);
    expect(statSync(files).mode & 0o077).toBe(0);
    expect(readdirSync(join(checkpointFile(), "..")).every((name) => name.endsWith(".json"))).toBe(true);
  });

  it("the platform's own chain is verified by its administrators", async () => {
    await query(`insert into audit_log ${JUST_LOG} values (now(), null, 'system', 'x', 'x', 'x', 'x', 'x')`);
    await seal();
    const { ctx } = await testPlatformAdmin();
    expect(await verify(ctx)).toMatchObject({ ok: true, chain: "platform", entries: 1 });
    await tamper("update audit_log set actor_id = 'y' where tenant_id is null");
    expect(await verify(ctx)).toMatchObject({ ok: false, first_bad: { seq: 1, reason: "edited" } });
  });

  it("a hundred writers of one company at once: all are sealed, and the chain is whole", async () => {
    await Promise.all([
      ...Array.from({ length: 100 }, (_, n) => act(mine.ctx("owner"), `c${n}`)),
      ...Array.from({ length: 5 }, seal),
    ]);
    await seal();
    expect(await verify()).toMatchObject({ ok: true, entries: ENTRIES + 100, waiting: 0 });
  });
});

describe("S22 audit chain › what a superuser does is found at its number", () => {
  it.each<[string, string | (() => string), number, string]>([
    ["what came after is edited", `update audit_log set after = '{"value": 0}' where $4`, 4, "edited"],
    ["a member is added to it", `update audit_log set after = after || '{"x": null}' where $4`, 4, "edited"],
    ["what was before is taken out", `update audit_log set before = null where $4`, 4, "edited"],
    ["nothing becomes JSON's null", `update audit_log set before = 'null' where $4`, 4, "edited"],
    [
      "a number changes beyond what a double holds",
      `update audit_log set after = jsonb_set(after, '{value}', '12345678.000000000000001') where $4`,
      4,
      "edited",
    ],
    [
      "a number is written otherwise",
      `update audit_log set after = jsonb_set(after, '{value}', '12345678.0') where $4`,
      4,
      "edited",
    ],
    [
      "a letter becomes its decomposed twin",
      `update audit_log set before = jsonb_set(before, '{zip}', to_jsonb(normalize('é', NFD))) where $4`,
      4,
      "edited",
    ],
    [
      "the time moves by a millisecond",
      `update audit_log set at = at + interval '1 millisecond' where $4`,
      4,
      "edited",
    ],
    ["somebody else did it", `update audit_log set actor_id = 'somebody' where $4`, 4, "edited"],
    ["it was another kind of actor", `update audit_log set actor_kind = 'system' where $4`, 4, "edited"],
    [
      "characters move from one field into the next",
      `update audit_log set entity = entity || left(entity_id, 1), entity_id = substr(entity_id, 2) where $4`,
      4,
      "edited",
    ],
    ["the first entry is edited", `update audit_log set use_case = 'x' where $1`, 1, "edited"],
    ["the last entry is edited", `update audit_log set use_case = 'x' where $9`, 9, "edited"],
    ["an entry is deleted", `delete from audit_log where $4`, 4, "missing"],
    ["entry and link are deleted", `delete from audit_log where $4; delete from audit_chain where @4`, 4, "missing"],
    [
      "entry and link are deleted and the gap is closed",
      `delete from audit_log where $4; delete from audit_chain where @4; >4-1`,
      4,
      "missing",
    ],
    ["the beginning is deleted", `delete from audit_chain where @1`, 1, "missing"],
    [
      "two links change places",
      `update audit_chain set seq = -seq where @4 or @5; update audit_chain set seq = 9 + seq where seq < 0`,
      4,
      "reordered",
    ],
    [
      "two links change their entries",
      `update audit_chain set audit_id = -1 where @4; update audit_chain set audit_id = #4 where @7; update audit_chain set audit_id = #7 where @4`,
      4,
      "reordered",
    ],
    [
      "an entry is hung into another company",
      `update audit_log set tenant_id = '00000000-0000-4000-8000-000000000000' where $4`,
      4,
      "missing",
    ],
    [
      "a link is hung into another company",
      `update audit_chain set tenant_id = '00000000-0000-4000-8000-000000000000' where @4`,
      4,
      "missing",
    ],
    [
      "another company's entry is put under a link",
      `delete from audit_chain where audit_id = (select min(audit_id) from audit_chain where chain <> '~'); update audit_chain set audit_id = (select min(audit_id) from kept_audit_chain where chain <> '~') where @4`,
      4,
      "missing",
    ],
    ["a link's hash is edited", `update audit_chain set hash = repeat('a', 64) where @4`, 4, "edited"],
    [
      "the tail is cut",
      `delete from audit_chain where chain = '~' and seq > 6; delete from audit_log where $7 or $8 or $9`,
      7,
      "cut",
    ],
    [
      "the tail and the database's checkpoints are cut",
      `delete from audit_chain where chain = '~' and seq > 6; delete from audit_log where $7 or $8 or $9; delete from audit_checkpoints`,
      7,
      "cut",
    ],
    ["everything is truncated", `truncate audit_log, audit_chain, audit_checkpoints`, 1, "cut"],
    [
      "a checkpoint is moved back",
      `update audit_checkpoints set seq = 3, hash = (select hash from audit_chain where @3) where chain = '~'`,
      3,
      "signature",
    ],
    [
      "a checkpoint is forged behind the end",
      `update audit_checkpoints set seq = 40 where chain = '~'`,
      40,
      "signature",
    ],
    [
      "an entry is put into the log behind the sealer's back",
      () => `insert into audit_log ${JUST_LOG.replace(")", ", xid, id)")} values (${planted(mine.id)}, '3', 0)`,
      1,
      "inserted",
    ],
  ])("%s", async (_, template, seq, reason) => {
    const text = (typeof template === "string" ? template : template())
      .replace(/\$(\d)/g, "id = #$1")
      .replace(/#(\d)/g, "(select audit_id from kept_audit_chain where chain = '~' and seq = $1)")
      .replace(/@(\d)/g, "(chain = '~' and seq = $1)")
      .replace(/>(\d)-1/g, (_, number) => renumber(`seq > ${number}`, -1))
      .replaceAll("~", mine.id);
    await tamper(text);
    expect(await verify()).toMatchObject({ ok: false, first_bad: { seq, reason } });
    // Whatever happens to one company's log is none of another's.
    if (!/truncate|from audit_checkpoints|min\(/.test(text))
      expect(await verify(other.ctx("owner"))).toMatchObject({ ok: true });
  });

  it("an entry is put between, with a link whose hash is right", async () => {
    const [entry] = await query<{ id: string; at: Date }>(
      `insert into audit_log ${JUST_LOG} values (${planted(mine.id)}) returning id::text, at`,
    );
    const [before] = await query<{ hash: string }>(`select hash from audit_chain where ${at(3)}`);
    if (!entry || !before) throw new Error("nothing to plant behind");
    const link = { ...plantedEntry(entry.id, entry.at), tenantId: mine.id };
    const hash = entryHash(sha256, before.hash, mine.id, 4, link);
    await tamper(`${renumber("seq > 3", 1)};
      insert into audit_chain values ('${mine.id}', 4, '${mine.id}', ${entry.id}, '${before.hash}', '${hash}', now())`);
    expect(await verify()).toMatchObject({ ok: false, first_bad: { seq: 4, reason: "inserted", entry_id: entry.id } });
  });

  it("the chain is built anew without an entry: each hash is right, the checkpoint isn't", async () => {
    await tamper(`delete from audit_chain where chain = '${mine.id}'; delete from audit_log where id = (select audit_id from kept_audit_chain where ${at(4)});
      insert into audit_log ${JUST_LOG} values (${planted(mine.id)})`);
    await query("update audit_sealer set cluster = ''");
    await seal();
    expect(await verify()).toMatchObject({
      ok: false,
      entries: ENTRIES,
      first_bad: { seq: ENTRIES, reason: "rewritten" },
    });
    // And it is not signed as if it were right.
    await act(mine.ctx("owner"), "later");
    await seal();
    expect(await checkpoint()).toMatchObject({ signed: 0, refused: 1 });
  });

  it("a checkpoint's file is edited", async () => {
    writeFileSync(checkpointFile(), readFileSync(checkpointFile(), "utf8").replace(/"seq": \d+/, '"seq": 2'));
    expect(await verify()).toMatchObject({ ok: false, first_bad: { seq: 2, reason: "signature" } });
  });

  it("a file that is no checkpoint any more is as good as gone, and written again with the next one", async () => {
    writeFileSync(checkpointFile(), "{");
    expect(await verify()).toMatchObject({ ok: true, last_checkpoint: { places: ["database"] } });
    expect(await checkpoint()).toEqual({ signed: 1, unchanged: 1, refused: 0 });
    expect(await verify()).toMatchObject({ ok: true, last_checkpoint: { places: ["database", "files"] } });
  });
});

const plantedEntry = (id: string, at: Date): Omit<LogEntry, "tenantId"> => ({
  id,
  at: at.toISOString(),
  actorKind: "person",
  actorId: "x",
  requestId: "x",
  useCase: "test.thing.change",
  entity: "thing",
  entityId: "planted",
  before: null,
  after: null,
});
