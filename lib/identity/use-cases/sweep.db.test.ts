import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { sweep } from "./sweep";

let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

const hash = () => randomBytes(32).toString("hex");

/** For each table: the statement that puts a row whose time was `$2` ago, found by `$1`; and what is just too young. */
const ROWS: Record<string, { put: string; key: string; old: string; young: string; id: () => string }> = {
  api_idempotency_records: {
    put: `insert into api_idempotency_records select $3, 'p', 'r', $1, 'h', '{}', now(), now() - $2::interval`,
    key: "request_id",
    old: "1 minute",
    young: "-1 minute",
    id: randomUUID,
  },
  one_time_tokens: {
    put: `insert into one_time_tokens (token_hash, purpose, created_at, expires_at) select $1, 't', now(), now() - $2::interval where $3::uuid is not null`,
    key: "token_hash",
    old: "25 hours",
    young: "23 hours",
    id: hash,
  },
  refresh_tokens: {
    put: `insert into refresh_tokens (token_hash, session_id, user_id, created_at, expires_at)
          select $1, id, user_id, now(), now() - $2::interval from sessions where tenant_id = $3 limit 1`,
    key: "token_hash",
    old: "31 days",
    young: "29 days",
    id: hash,
  },
  sessions: {
    put: `insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
          select gen_random_uuid(), $1, user_id, tenant_id, '{pwd}', '192.0.2.1', '', now(), now(), now(), now() - $2::interval
          from user_access where tenant_id = $3 limit 1`,
    key: "sid_hash",
    old: "91 days",
    young: "89 days",
    id: hash,
  },
  mails: {
    put: `insert into mails (id, tenant_id, kind, recipient, locale, created_at)
          select $1::uuid, $3, 'k', 'a@b.example', 'en', now() - $2::interval`,
    key: "id::text",
    old: "31 days",
    young: "29 days",
    id: randomUUID,
  },
  long_work: {
    put: `insert into long_work (id, name, tenant_id, input, is_shown, may_cancel, state, finished_at)
          select $1::uuid, 'w', $3, '{}', true, true, 'done', now() - $2::interval`,
    key: "id::text",
    old: "31 days",
    young: "29 days",
    id: randomUUID,
  },
  fleet_files: {
    put: `insert into fleet_files (tenant_id, user_id, id, origin_id, file_name, content, reading, sees_own_models, created_at)
          select $3, (select user_id from user_access where tenant_id = $3 limit 1), $1::uuid, $1::uuid, 'f', '', '{}', false,
            now() - $2::interval`,
    key: "id::text",
    old: "31 days",
    young: "29 days",
    id: randomUUID,
  },
  rate_limits: {
    put: `insert into rate_limits select $1, 1, (extract(epoch from now() - $2::interval) * 1000)::bigint where $3::uuid is not null`,
    key: "key",
    old: "1 minute",
    young: "-1 minute",
    id: () => `test:${randomUUID()}`,
  },
  job_runs: {
    put: `insert into job_runs (job, scheduled_for, kind, state, finished_at)
          select $1, now(), 'manual', 'done', now() - $2::interval where $3::uuid is not null`,
    key: "job",
    old: "31 days",
    young: "29 days",
    id: () => `test.${randomUUID()}`,
  },
};

it.each(Object.entries(ROWS))("%s: what is long over goes, what still counts stays", async (table, row) => {
  const [old, young] = [row.id(), row.id()];
  await query(row.put, [old, row.old, tenant.id]);
  await query(row.put, [young, row.young, tenant.id]);
  const swept = await sweep.execute(systemCtx("test"), {});
  expect(Object.keys(swept)).toContain(table);
  const left = await query<{ key: string }>(`select ${row.key} as key from ${table} where ${row.key} = any($1)`, [
    [old, young],
  ]);
  expect(left).toEqual([{ key: young }]);
});

it("keeps of a job's runs the newest hundred, failures for a week, what goes on, and the last slot", async () => {
  const job = `test.${randomUUID()}`;
  const put = (kind: string, state: string, daysAgo: number, from: number, to: number) =>
    query(
      `insert into job_runs (job, scheduled_for, kind, state, finished_at)
       select $1, to_timestamp(n), $2, $3, case when $3 = 'running' then null else now() - $4 * interval '1 day' end
       from generate_series($5::int, $6::int) n`,
      [job, kind, state, daysAgo, from, to],
    );
  await put("manual", "running", 40, 1, 1);
  await put("manual", "failed", 8, 2, 3);
  await put("manual", "failed", 6, 4, 6);
  await put("slot", "done", 40, 7, 9);
  await put("sample", "done", 1, 10, 139);
  await sweep.execute(systemCtx("test"), {});
  const left = await query<{ n: number }>(
    "select extract(epoch from scheduled_for)::int as n from job_runs where job = $1 order by 1",
    [job],
  );
  const newest = Array.from({ length: 100 }, (_, index) => 40 + index);
  expect(left.map(({ n }) => n)).toEqual([1, 4, 5, 6, 9, ...newest]);
});

it("takes more than one batch", async () => {
  await query(`insert into rate_limits select 'many:' || $1 || n, 1, 1 from generate_series(1, 4500) n`, [
    randomUUID(),
  ]);
  const swept = await sweep.execute(systemCtx("test"), {});
  expect(swept.rate_limits).toBeGreaterThanOrEqual(4_500);
  expect(await query("select 1 from rate_limits where key like 'many:%'")).toEqual([]);
});

it("is for the machine alone", async () => {
  await expect(sweep.execute(tenant.ctx("owner"), {})).rejects.toMatchObject({ code: "forbidden" });
});
