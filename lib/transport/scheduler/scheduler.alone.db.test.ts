import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { effectJob, effectsOf, makeEffects, runsOf } from "@/lib/testing/effects";
import { ownDatabase } from "@/lib/testing/own-database";
import { sql } from "@/lib/testing/sql";
import { spawnNode } from "@/scripts/process/spawn-node";
import { type Scheduler, startScheduler } from "./scheduler";

const drop = await ownDatabase();
afterAll(drop);
beforeAll(makeEffects);

const RHYTHM = { beatMs: 50, silenceMs: 1_000 };
const started: Scheduler[] = [];
const children: ChildProcess[] = [];
let name: string;
beforeEach(() => {
  name = `test.${randomUUID()}`;
});
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(started.splice(0).map((scheduler) => scheduler.stop()));
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(worker: string, options: Parameters<typeof effectJob>[1] = {}): Scheduler {
  const scheduler = startScheduler([effectJob(name, { missed: "once", worker, ...options })], RHYTHM);
  started.push(scheduler);
  return scheduler;
}

/** A worker in a process of its own, in the middle of its first run. */
async function startProcess(mode: "hold" | "run"): Promise<ChildProcess> {
  const args = ["lib/testing/scheduler-worker.ts", name, mode, ...Object.values(RHYTHM).map(String)];
  const child = spawnNode(args, { ...process.env, LOG_LEVEL: "silent" });
  children.push(child);
  await once(child, "message");
  return child;
}
const until = (check: () => Promise<boolean>) => expect.poll(check, { timeout: 20_000, interval: 20 }).toBe(true);
const workersOf = async () => (await effectsOf(name)).map(({ worker }) => worker);
const databaseNow = async () =>
  (await sql<{ now: Date }>`select clock_timestamp() as now`)[0]?.now.getTime() ?? Number.NaN;

/** No slot has two effects, and none was left out of those between the first and the last. */
async function expectOneEach(): Promise<void> {
  const slots = (await effectsOf(name)).map(({ slot }) => slot.getTime());
  const seconds = Array.from({ length: slots.length }, (_, index) => (slots[0] ?? 0) + index * 1_000);
  expect(slots).toEqual(seconds);
}

describe("two schedulers", () => {
  it("have one effect a slot, also when the one that leads goes", async () => {
    const first = start("a", { missed: { catchUp: 60 } });
    await until(async () => (await workersOf()).length > 0);
    start("b", { missed: { catchUp: 60 } });
    await until(async () => (await workersOf()).length > 2);
    expect(new Set(await workersOf())).toEqual(new Set(["a"]));
    await first.stop();
    await until(async () => (await workersOf()).filter((worker) => worker === "b").length > 1);
    await expectOneEach();
  });

  it("have one effect a slot while their leadership is torn away again and again", async () => {
    for (const worker of ["a", "b"]) start(worker, { missed: { catchUp: 60 } });
    for (let torn = 0; torn < 4; torn++) {
      const before = (await workersOf()).length;
      await until(async () => (await workersOf()).length > before);
      await sql`
        select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
        where locktype = 'advisory' and granted and datname = current_database()`;
    }
    const [row] = await sql<{ epoch: string }>`select epoch from scheduler_leader_lock`;
    expect(Number(row?.epoch)).toBeGreaterThan(4);
    await expectOneEach();
  });
});

describe("a leader's process", () => {
  it("killed in the middle of a run leaves nothing of it; another worker does it", async () => {
    const child = await startProcess("hold");
    child.kill("SIGKILL");
    start("heir");
    await until(async () => (await workersOf()).length > 1);
    expect(new Set(await workersOf())).toEqual(new Set(["heir"]));
    const [first] = await runsOf(name);
    expect(first).toMatchObject({ state: "done", attempt: 2 });
    expect(
      (await effectsOf(name)).filter(({ slot }) => slot.getTime() === first?.scheduled_for.getTime()),
    ).toHaveLength(1);
  });

  it("stopped for longer than a takeover and woken: its late write is refused", async () => {
    const child = await startProcess("hold");
    child.kill("SIGSTOP");
    start("heir");
    await until(async () => (await workersOf()).length > 1);
    const [slot] = await runsOf(name);
    expect(slot).toMatchObject({ state: "done", attempt: 2 });

    const said = once(child, "message");
    child.send("go on");
    child.kill("SIGCONT");
    expect((await said)[0]).toBe("LeadLost");
    expect(new Set(await workersOf())).toEqual(new Set(["heir"]));
    const ofSlot = (await effectsOf(name)).filter((effect) => effect.slot.getTime() === slot?.scheduled_for.getTime());
    expect(ofSlot).toHaveLength(1);
  });
});

describe("a worker whose clock is wrong", () => {
  it.each([-1, 1])("by %d h does the right slots", async (hours) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    const began = await databaseNow();
    start("skewed", { missed: "skip" });
    await until(async () => (await workersOf()).length > 1);
    const ended = await databaseNow();
    const effects = await effectsOf(name);
    expect(new Set(effects.map(({ slot }) => slot.getTime())).size).toBe(effects.length);
    for (const { slot, at } of effects) {
      // The last slot before the beginning may be done too.
      expect(slot.getTime()).toBeGreaterThan(began - 61_000);
      expect(slot.getTime()).toBeLessThanOrEqual(ended);
      expect(at.getTime()).toBeGreaterThanOrEqual(slot.getTime());
      expect(at.getTime()).toBeLessThanOrEqual(ended);
    }
  });
});
