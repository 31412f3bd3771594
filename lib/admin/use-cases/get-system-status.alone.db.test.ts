import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownDatabase } from "@/lib/testing/own-database";
import { query, sql } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import type { SystemStatus } from "../schemas";
import { getSystemStatus } from "./get-system-status";

const drop = await ownDatabase();
afterAll(drop);

let mine: TestTenant;
let other: TestTenant;
let platform: Awaited<ReturnType<typeof testPlatformAdmin>>;
const statusFor = (ctx: Parameters<typeof getSystemStatus.execute>[0]): Promise<SystemStatus> =>
  getSystemStatus.execute(ctx, {});

beforeAll(async () => {
  [mine, other, platform] = [await testTenant(), await testTenant(), await testPlatformAdmin()];
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function insertMail(
  tenantId: string | null,
  state: { age: number; sent?: boolean; fault?: string; lost?: boolean },
) {
  const at = ago(state.age);
  await query(
    `insert into mails (id, tenant_id, kind, recipient, locale, created_at, attempts, sent_at, failed_at, fault)
     values ($1, $2, 'invitation', 'ada@mine.example', 'en', $3, $4, $5, $6, $7)`,
    [
      randomUUID(),
      tenantId,
      at,
      state.fault ? 1 : 0,
      state.sent ? at : null,
      state.lost ? at : null,
      state.fault ?? null,
    ],
  );
}

async function insertEntries(tenantId: string | null, ages: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const age of ages) {
    const [row] = await query<{ id: string }>(
      `insert into audit_log (at, tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)
       values ($1, $2, 'system', 'test', 'test', 'test', 'tests', 'x') returning id::text`,
      [ago(age), tenantId],
    );
    if (row) ids.push(row.id);
  }
  return ids;
}

const seal = (tenantId: string, auditId: string, seq: number, age: number) =>
  query(
    `insert into audit_chain (chain, seq, tenant_id, audit_id, prev_hash, hash, sealed_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [tenantId, seq, tenantId, auditId, "0".repeat(64), ago(age)],
  );

describe("who may see the machinery", () => {
  it("is for owners, admins and the platform, and for nobody else", async () => {
    await expect(statusFor(mine.ctx("owner"))).resolves.toMatchObject({ scope: "company" });
    await expect(statusFor(mine.ctx("admin"))).resolves.toMatchObject({ scope: "company" });
    await expect(statusFor(platform.ctx)).resolves.toMatchObject({ scope: "installation" });
    for (const role of ["mining_site_owner", "operator", "client", "guest"] as const)
      await expect(statusFor(mine.ctx(role))).rejects.toMatchObject({ code: "forbidden" });
    await expect(statusFor(visitorCtx())).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("tells version, uptime, the database and its migrations, and the store of the limits", async () => {
    const { web, database, rate_limits } = await statusFor(mine.ctx("owner"));
    expect(web.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(database.migrations.applied).toBeGreaterThan(5);
    expect(database.response_time_ms).toBeGreaterThan(0);
    expect(rate_limits).toMatchObject({ store: "postgres", ok: true });
  });
});

describe("mail", () => {
  it("is the company's own, and all of it for the platform", async () => {
    const before = (await statusFor(platform.ctx)).mail;
    await insertMail(mine.id, { age: 20 });
    await insertMail(mine.id, { age: 5, fault: "451 later" });
    await insertMail(mine.id, { age: 3, sent: true });
    await insertMail(other.id, { age: 40, fault: "550 no such user", lost: true });
    await insertMail(other.id, { age: 8 * 24 * 60, fault: "550 long ago", lost: true });
    await insertMail(null, { age: 1 });
    const owner = await statusFor(mine.ctx("owner"));
    expect(owner.mail).toMatchObject({ queued: 2, retrying: 1, failed_7d: 0, last_fault: { fault: "451 later" } });
    expect(Date.parse(owner.mail.oldest_waiting_since ?? "")).toBeCloseTo(ago(20).getTime(), -5);
    expect(owner.problems.map(({ code }) => code)).toContain("mail_waiting");
    expect(owner.problems.map(({ code }) => code)).not.toContain("mail_failed");
    const all = await statusFor(platform.ctx);
    expect(all.mail.queued - before.queued).toBe(3);
    expect(all.mail.failed_7d - before.failed_7d).toBe(1);
    expect(all.problems.map(({ code }) => code)).toContain("mail_failed");
    expect((await statusFor(other.ctx("owner"))).mail).toMatchObject({
      queued: 0,
      failed_7d: 1,
      last_fault: { kind: "invitation", fault: "550 no such user" },
      last_sent_at: null,
    });
  });
});

describe("the audit log", () => {
  it("tells what is not sealed and not signed: the company's, and all of it for the platform", async () => {
    const fresh = await testTenant();
    const before = (await statusFor(platform.ctx)).audit;
    const [first, second, third] = await insertEntries(fresh.id, [3_000, 2_000, 7]);
    await insertEntries(other.id, [9]);
    await seal(fresh.id, first ?? "", 1, 3_000);
    await seal(fresh.id, second ?? "", 2, 2_000);
    expect(third).toBeDefined();
    const { audit, problems } = await statusFor(fresh.ctx("owner"));
    expect(audit).toMatchObject({ unsealed: 1, last_checkpoint_at: null });
    expect(Date.parse(audit.unsealed_since ?? "")).toBeCloseTo(ago(7).getTime(), -5);
    expect(Date.parse(audit.unsigned_since ?? "")).toBeCloseTo(ago(3_000).getTime(), -5);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(["audit_unsealed", "audit_unsigned"]));
    expect((await statusFor(platform.ctx)).audit.unsealed - before.unsealed).toBe(2);

    await query(
      `insert into audit_checkpoints (chain, day, tenant_id, seq, hash, signed_at, public_key, signature)
       values ($1, '2026-11-25', $2, 2, $3, now(), 'key', 'signature')`,
      [fresh.id, fresh.id, "0".repeat(64)],
    );
    const signed = (await statusFor(fresh.ctx("owner"))).audit;
    expect(signed.unsigned_since).toBeNull();
    expect(Date.parse(signed.last_checkpoint_at ?? "")).toBeCloseTo(Date.now(), -5);
  });
});

describe("jobs and sources", () => {
  beforeAll(async () => {
    await sql`insert into scheduled_jobs (name, cron, continuous, missed, registered_at) values
      ('test.mail', '* * * * * *', true, 'skip', ${ago(600)}), ('test.daily', '0 0 1 1 *', false, 'once', ${ago(5)}),
      ('test.refresh', '*/30 * * * * *', false, 'once', ${ago(600)})`;
    await sql`insert into job_runs
        (job, scheduled_for, kind, started_at, finished_at, state, summary, fault_kind, fault) values
      ('test.mail', ${ago(0.5)}, 'sample', ${ago(0.5)}, ${ago(0.5)}, 'done', '{"sent": 7}', null, null),
      ('test.refresh', ${ago(90)}, 'slot', ${ago(90)}, ${ago(90)}, 'done', '{"called": 3}', null, null),
      ('test.refresh', ${ago(11)}, 'slot', ${ago(11)}, ${ago(10)}, 'failed', null, 'Error', 'connect to 10.0.0.7'),
      ('test.refresh', ${ago(2)}, 'slot', ${ago(2)}, ${ago(1)}, 'failed', null, 'timeout', 'no answer from 10.0.0.7'),
      ('test.refresh', ${ago(0)}, 'slot', ${ago(0)}, null, 'running', null, null, null)`;
    await sql`insert into market_feeds (feed, source, last_tried_at, last_ok_at, next_try_at, failures, fault_kind, fault)
      values ('okx.price', 'okx', now(), ${ago(30)}, now(), 4, 'status', '503 of /api/v5/key-in-the-path')`;
  });

  it("tells how each job fares, and of a failure's words nothing to a company", async () => {
    const { jobs, worker, problems } = await statusFor(mine.ctx("owner"));
    expect(jobs).toMatchObject([
      { name: "test.daily", state: "waiting", last_run: null, failures_7d: 0 },
      { name: "test.mail", state: "ok", continuous: true, summary: null, last_failure: null },
      {
        name: "test.refresh",
        state: "failed",
        failures_7d: 2,
        last_run: { ok: false, duration_ms: 60_000 },
        last_failure: { kind: "timeout", fault: null },
      },
    ]);
    expect(worker).toMatchObject({ ok: true });
    expect(Date.parse(worker.last_seen_at ?? "")).toBeCloseTo(ago(0.5).getTime(), -5);
    expect(problems).toContainEqual({ code: "job_failed", subjects: ["test.refresh"], since: expect.any(String) });
  });

  it("tells the platform what runs and faults said", async () => {
    const { jobs, sources } = await statusFor(platform.ctx);
    expect(jobs.find(({ name }) => name === "test.mail")?.summary).toEqual({ sent: 7 });
    expect(jobs.find(({ name }) => name === "test.refresh")).toMatchObject({
      summary: { called: 3 },
      last_failure: { fault: "no answer from 10.0.0.7" },
    });
    expect(sources).toMatchObject([{ feed: "okx.price", state: "failing", fault: expect.stringContaining("503") }]);
  });

  it("names a failing source, without the address that may hold a key", async () => {
    const { sources, problems } = await statusFor(mine.ctx("admin"));
    expect(sources).toMatchObject([
      { source: "okx", state: "failing", failures: 4, fault_kind: "status", fault: null },
    ]);
    expect(problems.at(-1)).toEqual({ code: "sources_failing", subjects: ["okx"], since: expect.any(String) });
  });

  it("says that the worker stands still when its continuous jobs do", async () => {
    await sql`update job_runs set started_at = ${ago(30)}, finished_at = ${ago(30)} where job = 'test.mail'`;
    const { status, worker, problems } = await statusFor(systemCtx("test"));
    expect(status).toBe("attention");
    expect(worker.ok).toBe(false);
    expect(problems[0]?.code).toBe("worker_silent");
    expect(problems.map(({ code }) => code)).not.toContain("job_overdue");
  });
});
