import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { readAgenda } from "@/lib/platform/scheduler/agenda";
import { takeSlot } from "@/lib/platform/scheduler/job-runs";
import { effectJob, effectsOf, makeEffects, newLead, runsOf, stepsJob } from "@/lib/testing/effects";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import type { ContinuousJob, Job, Missed } from "../schedule";
import { Term } from "./term";

const drop = await ownDatabase();
afterAll(drop);
beforeAll(makeEffects);

const at = (time: string) => new Date(`2026-11-25T${time}Z`);
let lead: Awaited<ReturnType<typeof newLead>>;
let name: string;
const terms: Term[] = [];
beforeEach(async () => {
  await sql`delete from job_runs`;
  lead = await newLead();
  name = `test.${randomUUID()}`;
});
afterEach(async () => {
  lead.end();
  await Promise.all(terms.splice(0).map((term) => term.ended()));
});

/** A leadership in which the database says that it is `time`, or what it is. */
function begin(jobs: readonly Job[], of = lead) {
  let time: string | undefined;
  const term = new Term(jobs, of, async () => ({ ...(await readAgenda()), ...(time ? { now: at(time) } : {}) }));
  terms.push(term);
  return {
    /** Looks once at this time, and waits for what was begun. */
    async at(now?: string) {
      time = now;
      await term.tick();
      await term.ended();
    },
    /** Looks once, and waits for nothing. */
    async glance(now?: string) {
      time = now;
      await term.tick();
    },
  };
}

/** Something to wait for, and what ends the wait. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
const slotsOf = async (job: string) => (await effectsOf(job)).map(({ slot }) => slot.toISOString().slice(11, 19));
const states = async (job: string) => (await runsOf(job)).map(({ state }) => state);
const until = (check: () => Promise<boolean>) => expect.poll(check, { timeout: 10_000, interval: 10 }).toBe(true);
const ask = (job: string) =>
  sql`insert into job_runs (job, scheduled_for, kind, state) values (${job}, clock_timestamp(), 'manual', 'requested')`;

describe("a slot", () => {
  it("has its effect once, and the row says what it did", async () => {
    const term = begin([effectJob(name, { cron: "12 * * * *", worker: "one" })]);
    await term.at("09:12:00.300");
    await term.at("09:12:01");
    expect(await effectsOf(name)).toEqual([{ slot: at("09:12:00"), at: expect.any(Date), worker: "one" }]);
    expect(await runsOf(name)).toMatchObject([
      { scheduled_for: at("09:12:00"), kind: "slot", state: "done", summary: { wrote: "one" }, attempt: 1 },
    ]);
  });

  it("tells its job the database's time, whatever this machine's clock says", async () => {
    await begin([effectJob(name, { cron: "12 * * * *" })]).at("09:12:00.300");
    const [effect] = await effectsOf(name);
    expect(effect?.at.getTime()).toBeGreaterThanOrEqual(at("09:12:00.300").getTime());
    expect(effect?.at.getTime()).toBeLessThan(at("09:12:10").getTime());
  });

  it.each<[string, Missed, string[]]>([
    ["skip", "skip", ["09:12:00"]],
    ["once", "once", ["09:12:00", "14:12:00"]],
    ["catch up", { catchUp: 3 }, ["09:12:00", "12:12:00", "13:12:00", "14:12:00"]],
  ])("missed by a worker that was away: %s, also by the next leader", async (_, missed, slots) => {
    const job = effectJob(name, { cron: "12 * * * *", missed });
    await begin([job]).at("09:12:00");
    const after = begin([job], await newLead());
    for (const second of [0, 1, 2, 3, 4]) await after.at(`14:40:0${second}`);
    expect(await slotsOf(name)).toEqual(slots);
    await after.at("15:12:00");
    expect(await slotsOf(name)).toEqual([...slots, "15:12:00"]);
  });

  it("is nobody's loss when the database does not answer: the next look finds it", async () => {
    const job = effectJob(name, { cron: "12 * * * *" });
    let isAway = true;
    const term = new Term([job], lead, async () => {
      if (isAway) throw new Error("no database");
      return { ...(await readAgenda()), now: at("09:12:01") };
    });
    await expect(term.tick()).rejects.toThrow("no database");
    isAway = false;
    await term.tick();
    await term.ended();
    expect(await slotsOf(name)).toEqual(["09:12:00"]);
  });
});

describe("a job", () => {
  it("never overlaps itself, and others go on", async () => {
    const held = gate();
    const other = `${name}.other`;
    let [inside, most] = [0, 0];
    const slow = effectJob(name, {
      missed: { catchUp: 5 },
      async middle() {
        most = Math.max(most, ++inside);
        await held.opened;
        inside--;
      },
    });
    const term = begin([slow, effectJob(other, { missed: { catchUp: 5 } })]);
    for (const second of [1, 2, 3]) await term.glance(`09:12:0${second}`);
    await until(async () => (await slotsOf(other)).length > 0);
    expect(await states(name)).toEqual(["running"]);
    held.open();
    await until(async () => (await slotsOf(name)).length === 1);
    for (const second of [3, 3, 3]) await term.at(`09:12:0${second}`);
    expect(await slotsOf(name)).toEqual(["09:12:01", "09:12:02", "09:12:03"]);
    expect(await slotsOf(other)).toEqual(["09:12:01", "09:12:02", "09:12:03"]);
    expect(most).toBe(1);
  });

  it("that fails stops no other, leaves no effect, and goes on at its next slot", async () => {
    const bad = effectJob(name, {
      middle(slot) {
        if (slot < at("09:12:02")) throw new TypeError("a bug");
      },
    });
    const other = `${name}.other`;
    const term = begin([bad, effectJob(other)]);
    for (const second of [1, 2]) await term.at(`09:12:0${second}`);
    expect([await slotsOf(name), await slotsOf(other)]).toEqual([["09:12:02"], ["09:12:01", "09:12:02"]]);
    expect(await runsOf(name)).toMatchObject([
      { state: "failed", fault_kind: "TypeError", fault: "a bug", summary: null },
      { state: "done" },
    ]);
  });

  it("tries a slot again where something was unavailable", async () => {
    let tries = 0;
    const job = effectJob(name, {
      cron: "12 * * * *",
      middle() {
        if (++tries === 1) throw new AppError("unavailable", "The database doesn't answer.");
      },
    });
    await begin([job]).at("09:12:00");
    expect([tries, await slotsOf(name), await states(name)]).toEqual([2, ["09:12:00"], ["done"]]);
  });
});

describe("a run that somebody asked for", () => {
  it("is done once, between the slots, which stay what they are", async () => {
    const term = begin([effectJob(name, { cron: "12 * * * *" })]);
    await term.at("09:12:00");
    await ask(name);
    await term.at("09:30:00");
    await term.at("09:30:01");
    expect(await effectsOf(name)).toHaveLength(2);
    expect((await runsOf(name)).map(({ kind, state }) => `${kind} ${state}`)).toEqual(["slot done", "manual done"]);
    await term.at("10:12:00");
    expect(await effectsOf(name)).toHaveLength(3);
  });

  it("waits while the job runs", async () => {
    const held = gate();
    const term = begin([effectJob(name, { cron: "12 * * * *", middle: () => held.opened })]);
    await term.glance("09:12:00");
    await until(async () => (await states(name)).includes("running"));
    await ask(name);
    await term.glance("09:12:01");
    expect((await states(name)).sort()).toEqual(["requested", "running"]);
    held.open();
    await until(async () => (await states(name)).includes("done"));
    await term.at("09:12:02");
    expect(await states(name)).toEqual(["done", "done"]);
  });
});

describe("a leader whose time is over", () => {
  it("takes no slot, and what it is doing is refused at its commit; the next one does it", async () => {
    const held = gate();
    const old = begin([effectJob(name, { cron: "12 * * * *", worker: "old", middle: () => held.opened })]);
    await old.glance("09:12:00");
    await until(async () => (await states(name)).includes("running"));

    const next = begin([effectJob(name, { cron: "12 * * * *", worker: "next" })], await newLead());
    await next.at("09:12:05");
    expect((await effectsOf(name)).map(({ worker }) => worker)).toEqual(["next"]);
    held.open();
    await Promise.all(terms.map((term) => term.ended()));
    await old.at("10:12:00");
    await next.at("10:12:00");
    expect((await effectsOf(name)).map(({ worker }) => worker)).toEqual(["next", "next"]);
    expect((await runsOf(name)).map(({ state, attempt }) => [state, attempt])).toEqual([
      ["done", 2],
      ["done", 1],
    ]);
  });

  it("is refused also before the next one has taken its run", async () => {
    const held = gate();
    const old = begin([effectJob(name, { cron: "12 * * * *", middle: () => held.opened })]);
    await old.glance("09:12:00");
    await until(async () => (await states(name)).includes("running"));
    const next = begin([effectJob(name, { cron: "12 * * * *", worker: "next" })], await newLead());
    held.open();
    await Promise.all(terms.map((term) => term.ended()));
    expect([await effectsOf(name), await states(name)]).toEqual([[], ["running"]]);
    await next.at("09:12:05");
    expect((await effectsOf(name)).map(({ worker }) => worker)).toEqual(["next"]);
  });

  it("is refused in each transaction of a job that has several; what was committed before is done again", async () => {
    const held = gate();
    const old = begin([stepsJob(name, { worker: "old", between: () => held.opened })]);
    await old.glance("09:12:00");
    await until(async () => (await effectsOf(name)).length === 1);
    const next = begin([stepsJob(name, { worker: "next" })], await newLead());
    held.open();
    await Promise.all(terms.map((term) => term.ended()));
    expect((await effectsOf(name)).map(({ worker }) => worker)).toEqual(["old"]);
    await next.at("09:12:05");
    expect((await effectsOf(name)).map(({ worker }) => worker)).toEqual(["old", "next", "next"]);
    expect(await runsOf(name)).toMatchObject([{ state: "done", attempt: 2, summary: { steps: 2 } }]);
  });

  it("leaves its run to the next one, however often; one that ends the worker each time is given up", async () => {
    const job = effectJob(name, { cron: "12 * * * *", missed: "once" });
    await takeSlot(lead.epoch, { job: name, scheduledFor: at("09:12:00") });
    await sql`update job_runs set attempt = 4 where job = ${name}`;
    await begin([job], await newLead()).at("09:20:00");
    expect(await runsOf(name)).toMatchObject([{ state: "done", attempt: 5 }]);

    const other = `${name}.other`;
    await takeSlot((await newLead()).epoch, { job: other, scheduledFor: at("09:12:00") });
    await sql`update job_runs set attempt = 5 where job = ${other}`;
    await begin([effectJob(other, { cron: "12 * * * *" })], await newLead()).at("09:20:00");
    expect(await effectsOf(other)).toEqual([]);
    expect(await runsOf(other)).toMatchObject([{ state: "failed", fault: "The worker ended 5 times in its middle." }]);
  });
});

describe("a continuous job", () => {
  it("runs at each look unless it runs still; one good run a minute is written down, and a failure at once", async () => {
    let runs = 0;
    const held = gate();
    const job: ContinuousJob = {
      kind: "continuous",
      name,
      says: z.object({ runs: z.int() }),
      repeatable: "in a test",
      async run() {
        if (++runs === 3) throw new Error("no");
        if (runs === 6) await held.opened;
        return { runs };
      },
    };
    const term = begin([job]);
    for (let look = 0; look < 5; look++) await term.at();
    expect(runs).toBe(5);
    await Promise.all([term.glance(), term.glance()]);
    expect(runs).toBe(6);
    held.open();
    expect((await runsOf(name)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "sample done",
      "sample failed",
      "sample done",
    ]);
  });
});

it("ends when its leadership does, after what it runs", async () => {
  const held = gate();
  const job = effectJob(name, { missed: "once", middle: () => held.opened });
  let isOver = false;
  const serving = new Term([job], lead).serve().then(() => {
    isOver = true;
  });
  await until(async () => (await states(name)).includes("running"));
  lead.end();
  expect(isOver).toBe(false);
  held.open();
  await serving;
  expect(await effectsOf(name)).toHaveLength(1);
});
