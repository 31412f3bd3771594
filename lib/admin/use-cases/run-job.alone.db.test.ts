import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { announceJobs } from "@/lib/platform/scheduler/agenda";
import { effectJob, effectsOf, makeEffects, newLead, runsOf } from "@/lib/testing/effects";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import { testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { Term } from "@/lib/transport/scheduler/term";
import { listJobs } from "./list-jobs";
import { runJob } from "./run-job";

const drop = await ownDatabase();
afterAll(drop);

let platform: Awaited<ReturnType<typeof testPlatformAdmin>>;
let name: string;
beforeAll(async () => {
  await makeEffects();
  platform = await testPlatformAdmin();
});
beforeEach(async () => {
  name = `test.${randomUUID()}`;
  await announceJobs([
    { name, cron: "0 0 1 1 *", continuous: false, missed: "skip", missedBound: null },
    { name: `${name}.always`, cron: "* * * * * *", continuous: true, missed: "skip", missedBound: null },
  ]);
});

const run = () => runJob.execute(platform.ctx, { name });
const listed = async () => (await listJobs.execute(platform.ctx, {})).jobs.find((job) => job.name === name);

describe("run now", () => {
  it("is one run however often it is asked for at once, and stands in the audit log", async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, run));
    expect(new Set(asked.map((one) => one.scheduled_for)).size).toBe(1);
    expect(asked[0]).toMatchObject({ kind: "manual", state: "requested", requested_by: platform.email });
    expect(await runsOf(name)).toHaveLength(1);
    const entries = await sql`select actor_id, entity, after from audit_log where entity_id = ${name}`;
    expect(entries).toHaveLength(4);
    expect(entries[0]).toEqual({
      actor_id: platform.userId,
      entity: "scheduled_jobs",
      after: { run: asked[0]?.scheduled_for },
    });
  });

  it("is taken up by the worker that leads, and told by the list; then it can be asked for again", async () => {
    await run();
    const term = new Term([effectJob(name, { cron: "0 0 1 1 *", worker: "w" })], await newLead());
    expect((await listed())?.runs).toMatchObject([{ state: "requested", started_at: null, duration_ms: null }]);
    await term.tick();
    await term.ended();
    expect(await effectsOf(name)).toHaveLength(1);
    expect(await listed()).toMatchObject({
      state: "ok",
      summary: { wrote: "w" },
      runs: [{ kind: "manual", state: "done", requested_by: platform.email, duration_ms: expect.any(Number) }],
    });
    expect(await run()).toMatchObject({ state: "requested" });
    await term.tick();
    await term.ended();
    expect(await effectsOf(name)).toHaveLength(2);
  });

  it("is refused for what runs by itself, and for what there isn't", async () => {
    await expect(runJob.execute(platform.ctx, { name: `${name}.always` })).rejects.toMatchObject({ code: "conflict" });
    await expect(runJob.execute(platform.ctx, { name: "no.such" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is for the platform's administrators alone, and so is the list", async () => {
    const company = await testTenant();
    for (const ctx of [company.ctx("owner"), company.ctx("admin")]) {
      await expect(runJob.execute(ctx, { name })).rejects.toMatchObject({ code: "forbidden" });
      await expect(listJobs.execute(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(listJobs.execute(visitorCtx(), {})).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await runsOf(name)).toEqual([]);
  });
});

describe("the list of jobs", () => {
  it("names the leader, and each job with its clock, its policy and its next run", async () => {
    const { epoch } = await newLead();
    const { leader, jobs, checked_at } = await listJobs.execute(systemCtx("test"), {});
    expect(leader).toMatchObject({ holder: "test", epoch: Number(epoch) });
    const year = new Date(checked_at).getUTCFullYear() + 1;
    expect(jobs).toMatchObject([
      { name, state: "waiting", missed: "skip", next_run_at: `${year}-01-01T00:00:00.000Z`, runs: [] },
      { name: `${name}.always`, continuous: true, runs: [] },
    ]);
  });

  it("shows the last runs of each, the newest first and what goes on before all", async () => {
    for (let slot = 1; slot <= 25; slot++)
      await sql`insert into job_runs (job, scheduled_for, kind, state, finished_at)
        values (${name}, ${new Date(slot * 1_000)}, 'slot', 'done', now())`;
    await sql`insert into job_runs (job, scheduled_for, kind, state) values (${name}, ${new Date(0)}, 'slot', 'running')`;
    const slots = (await listed())?.runs.map((one) => Date.parse(one.scheduled_for) / 1_000);
    expect(slots).toEqual([0, ...Array.from({ length: 19 }, (_, index) => 25 - index)]);
  });
});
