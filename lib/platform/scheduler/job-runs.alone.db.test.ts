import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { newLead, runsOf } from "@/lib/testing/effects";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { announceJobs, readAgenda, readLastSlots } from "./agenda";
import { failRun, finishRun, keepSample, type RunKey, takeOpenRun, takeSlot } from "./job-runs";

const drop = await ownDatabase();
afterAll(drop);

const SLOT = new Date("2026-11-25T12:00:00Z");
let epoch: bigint;
let key: RunKey;
beforeEach(async () => {
  ({ epoch } = await newLead());
  key = { job: `test.${randomUUID()}`, scheduledFor: SLOT };
});

const finish = (by: bigint, of: RunKey, summary: unknown = null) =>
  inOwnUnit(systemCtx("test"), "test", (own) => finishRun(own, by, of, summary));
const ask = ({ job, scheduledFor }: RunKey) =>
  sql`insert into job_runs (job, scheduled_for, kind, state) values (${job}, ${scheduledFor}, 'manual', 'requested')`;

describe("a slot", () => {
  it("is taken once, however many reach for it at the same time", async () => {
    for (let round = 0; round < 100; round++) {
      key = { ...key, job: `test.${randomUUID()}` };
      const taken = await Promise.all(Array.from({ length: 20 }, () => takeSlot(epoch, key)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
    expect(await runsOf(key.job)).toMatchObject([{ kind: "slot", state: "running", attempt: 1 }]);
  });

  it("is not taken by who led before", async () => {
    const { epoch: next } = await newLead();
    expect(await takeSlot(epoch, key)).toBe(false);
    expect(await runsOf(key.job)).toEqual([]);
    expect(await takeSlot(next, key)).toBe(true);
  });

  it("waits for the slot before: a job has one run at a time", async () => {
    const later = { ...key, scheduledFor: new Date(SLOT.getTime() + 1_000) };
    expect(await takeSlot(epoch, key)).toBe(true);
    await expect(takeSlot(epoch, later)).rejects.toThrow("job_runs_running_key");
    await finish(epoch, key);
    expect(await takeSlot(epoch, later)).toBe(true);
    expect((await readLastSlots()).get(key.job)).toEqual(later.scheduledFor);
  });
});

describe("a run", () => {
  it("says what it did, where that isn't too long", async () => {
    const other = { ...key, scheduledFor: new Date(SLOT.getTime() + 1_000) };
    await takeSlot(epoch, key);
    await finish(epoch, key, { sent: 2 });
    await takeSlot(epoch, other);
    await finish(epoch, other, "x".repeat(5_000));
    expect(await runsOf(key.job)).toMatchObject([
      { state: "done", summary: { sent: 2 }, finished_at: expect.any(Date) },
      { state: "done", summary: null },
    ]);
  });

  it.each([
    [new AppError("unavailable", "No connection."), "unavailable", "No connection."],
    [new TypeError("a bug"), "TypeError", "a bug"],
    ["plain", "unknown", "plain"],
  ])("tells why it failed: %s", async (error, fault_kind, fault) => {
    await takeSlot(epoch, key);
    await failRun(epoch, key, error);
    expect(await runsOf(key.job)).toMatchObject([
      { state: "failed", fault_kind, fault, finished_at: expect.any(Date) },
    ]);
  });

  it("that a leader left in its middle goes over to the next, and the earlier one can't end it any more", async () => {
    await takeSlot(epoch, key);
    const { epoch: next } = await newLead();
    expect((await readAgenda()).open).toContainEqual({ ...key, attempt: 1 });
    expect([await takeOpenRun(epoch, key), await takeOpenRun(next, key)]).toEqual([false, true]);
    await expect(finish(epoch, key)).rejects.toThrow("nothing of it is stored");
    await failRun(epoch, key, new Error("late"));
    expect(await runsOf(key.job)).toMatchObject([{ state: "running", attempt: 2 }]);
    await finish(next, key);
    await expect(finish(next, key)).rejects.toThrow("nothing of it is stored");
    expect(await takeOpenRun(next, key)).toBe(false);
  });

  it("that was asked for stands on the agenda until it has ended", async () => {
    await ask(key);
    expect((await readAgenda()).open).toContainEqual({ ...key, attempt: 0 });
    await takeOpenRun(epoch, key);
    await failRun(epoch, key, new Error("no"));
    expect((await readAgenda()).open.map(({ job }) => job)).not.toContain(key.job);
    expect((await readLastSlots()).has(key.job)).toBe(false);
  });
});

it("tells the database's time where nothing is open", async () => {
  await sql`delete from job_runs where finished_at is null`;
  const [before] = await sql<{ now: Date }>`select clock_timestamp() as now`;
  const { now, open } = await readAgenda();
  expect(open).toEqual([]);
  expect(now.getTime()).toBeGreaterThanOrEqual(before?.now.getTime() ?? Number.NaN);
});

it("keeps a sample of a continuous job by when it began", async () => {
  await keepSample(epoch, key.job, 250, { ok: true, summary: { sent: 1 } });
  await keepSample(epoch, key.job, 90, { ok: false, error: new Error("no") });
  const runs = await runsOf(key.job);
  expect(runs).toMatchObject([
    { kind: "sample", state: "done", summary: { sent: 1 } },
    { kind: "sample", state: "failed", fault: "no" },
  ]);
  expect(runs.map((run) => (run.finished_at?.getTime() ?? 0) - run.scheduled_for.getTime())).toEqual([250, 90]);
});

it("writes down the jobs that there are now, and keeps which slots had their run of one that is gone", async () => {
  const [stays, goes] = [`test.${randomUUID()}`, `test.${randomUUID()}`];
  const clock = (name: string, cron: string) => ({
    name,
    cron,
    continuous: false,
    missed: "once" as const,
    missedBound: null,
  });
  await announceJobs([clock(stays, "* * * * *"), clock(goes, "0 0 * * *")]);
  await takeSlot(epoch, { job: goes, scheduledFor: SLOT });
  await announceJobs([{ ...clock(stays, "5 * * * *"), missed: "catch_up", missedBound: 7 }]);
  expect(await sql`select * from scheduled_jobs`).toEqual([
    {
      name: stays,
      cron: "5 * * * *",
      continuous: false,
      missed: "catch_up",
      missed_bound: 7,
      registered_at: expect.any(Date),
    },
  ]);
  expect((await readLastSlots()).get(goes)).toEqual(SLOT);
});
