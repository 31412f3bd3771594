import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import { announceJobs, keepJobRun } from "./job-runs";

const drop = await ownDatabase();
afterAll(drop);

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 25, 12);
const times = (ageMs: number) => ({ startedAt: new Date(NOW - ageMs - 40), finishedAt: new Date(NOW - ageMs) });
const keptOf = (job: string) =>
  sql`select ok, summary, fault_kind, fault, finished_at from job_runs where job = ${job} order by finished_at`;

describe("keepJobRun", () => {
  it("keeps the last good run alone", async () => {
    const job = `test.${randomUUID()}`;
    await keepJobRun({ job, ...times(60_000), ok: true, summary: { sent: 1 } });
    await keepJobRun({ job, ...times(0), ok: true, summary: { sent: 2 } });
    expect(await keptOf(job)).toEqual([
      { ok: true, summary: { sent: 2 }, fault_kind: null, fault: null, finished_at: new Date(NOW) },
    ]);
  });

  it("keeps failures of a week beside it, in words", async () => {
    const job = `test.${randomUUID()}`;
    await keepJobRun({ job, ...times(8 * DAY_MS), ok: true, summary: 1 });
    await keepJobRun({ job, ...times(7 * DAY_MS + 1), ok: false, error: new Error("too old by now") });
    await keepJobRun({ job, ...times(6 * DAY_MS), ok: false, error: new AppError("unavailable", "No connection.") });
    await keepJobRun({ job, ...times(0), ok: false, error: "plain" });
    expect(await keptOf(job)).toMatchObject([
      { ok: true, summary: 1 },
      { ok: false, summary: null, fault_kind: "unavailable", fault: "No connection." },
      { ok: false, fault_kind: "unknown", fault: "plain" },
    ]);
    await keepJobRun({ job, ...times(-1), ok: true, summary: undefined });
    expect((await keptOf(job)).map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  it("leaves a summary out that nobody would read", async () => {
    const job = `test.${randomUUID()}`;
    await keepJobRun({ job, ...times(0), ok: true, summary: "x".repeat(5_000) });
    expect(await keptOf(job)).toMatchObject([{ ok: true, summary: null }]);
  });
});

describe("announceJobs", () => {
  it("writes down the jobs that there are now, and forgets the runs of those that are gone", async () => {
    const [stays, goes] = [`test.${randomUUID()}`, `test.${randomUUID()}`];
    const clock = (name: string, cron: string) => ({ name, cron, quiet: false });
    await announceJobs([clock(stays, "* * * * *"), clock(goes, "0 0 * * *")], new Date(NOW));
    await keepJobRun({ job: stays, ...times(0), ok: true, summary: null });
    await keepJobRun({ job: goes, ...times(0), ok: true, summary: null });
    await announceJobs([{ ...clock(stays, "5 * * * *"), quiet: true }], new Date(NOW + 1));
    expect(await sql`select * from scheduled_jobs`).toEqual([
      { name: stays, cron: "5 * * * *", quiet: true, registered_at: new Date(NOW + 1) },
    ]);
    expect([(await keptOf(stays)).length, (await keptOf(goes)).length]).toEqual([1, 0]);
  });
});
