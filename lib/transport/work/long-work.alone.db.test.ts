import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import type { Asked, WorkType } from "@/lib/kernel/work";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { testTenant } from "@/lib/testing/tenants";
import { ManySteps, makeSteps, OneStep, rowOf, stepsOf, testWorks } from "@/lib/testing/work/steps";
import { systemCtx } from "@/lib/transport/ctx";
import { endLostWork } from "@/lib/work/use-cases/end-lost-work";
import { spawnNode } from "@/scripts/process/spawn-node";
import { startWork } from "./start-work";

const drop = await ownDatabase();
const running = new Set<{ stop(): Promise<void> }>();
const children: ChildProcess[] = [];
beforeAll(makeSteps);
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all([...running].map((worker) => worker.stop()));
  running.clear();
});
afterAll(drop);

async function start(name: string, middle?: (step: number) => Promise<void>) {
  const worker = await startWork(testWorks(name, middle));
  running.add(worker);
  return worker;
}

/** A worker in a process of its own, in the middle of a step. */
async function startProcess(mode: "hold" | "run", failpoint = ""): Promise<ChildProcess> {
  const env = { ...process.env, LOG_LEVEL: "silent", FAILPOINT: failpoint };
  const child = spawnNode(["lib/testing/work/worker.ts", "child", mode], env);
  children.push(child);
  await once(child, "message");
  return child;
}

const enqueue = <I extends z.ZodType>(
  type: WorkType<I>,
  input: z.input<I>,
  asked: Asked = {},
  ctx: Ctx = systemCtx("test"),
) => inOwnUnit(ctx, "test.ask", async ({ unit }) => unit.enqueue(type, input, asked));
const stateOf = (id: string, state: string, timeout = 20_000) =>
  expect.poll(async () => (await rowOf(id)).state, { timeout, interval: 20 }).toBe(state);
const jobStateOf = async (id: string) =>
  (await query<{ state: string }>("select state from pgboss.job where id = $1", [id]))[0]?.state;
const jobs = (id: string) => query<{ data: unknown }>("select data from pgboss.job where id = $1", [id]);

describe("long work that is asked for", () => {
  it("stands in the queue with the transaction, and never without it", async () => {
    const id = await enqueue(OneStep, { how: "well" });
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempt: 0 });
    expect(await jobs(id)).toEqual([{ data: { tenant_id: null } }]);

    let undone = "";
    await expect(
      inOwnUnit(systemCtx("test"), "test.ask", async ({ unit }) => {
        undone = unit.enqueue(OneStep, { how: "well" });
        await unit.flush();
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await jobs(undone)).toEqual([]);
    await expect(rowOf(undone)).rejects.toThrow("no work");
  });

  it("is one work for one id, and for one key while that goes on", async () => {
    const id = await enqueue(OneStep, { how: "well" });
    await enqueue(OneStep, { how: "well" }, { id });
    expect(await jobs(id)).toHaveLength(1);
    const first = await enqueue(OneStep, { how: "well" }, { key: "k" });
    const second = await enqueue(OneStep, { how: "well" }, { key: "k" });
    expect(await jobs(second)).toEqual([]);
    await start("a");
    await stateOf(first, "done");
    const third = await enqueue(OneStep, { how: "well" }, { key: "k" });
    await stateOf(third, "done");
  });

  it("is done once, in the company and the name of who asked", async () => {
    const tenant = await testTenant();
    const { userId } = tenant.members.client;
    await start("a");
    const id = await enqueue(OneStep, { how: "well" }, {}, tenant.ctx("client"));
    await stateOf(id, "done");
    expect(await rowOf(id)).toMatchObject({ attempt: 1, failures: 0, result: { steps: 1 } });
    expect(await stepsOf(id)).toEqual([{ step: 1, attempt: 1, worker: "a", tenant: tenant.id, person: userId }]);
  });

  it("is not found in another company than its own", async () => {
    const [tenant, other] = [await testTenant(), await testTenant()];
    const id = await enqueue(OneStep, { how: "well" }, {}, tenant.ctx("owner"));
    await query("update pgboss.job set data = jsonb_build_object('tenant_id', $2::text) where id = $1", [id, other.id]);
    await start("a");
    await expect.poll(() => jobStateOf(id), { timeout: 20_000 }).toBe("completed");
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempt: 0 });
    expect(await stepsOf(id)).toEqual([]);
  });

  it("says how far it is while it goes on", async () => {
    await start("a");
    const id = await enqueue(ManySteps, { how: "slowly", steps: 40 });
    await expect.poll(async () => (await rowOf(id)).done ?? 0, { timeout: 20_000 }).toBeGreaterThan(0);
    const { state, message } = await rowOf(id);
    expect(state).toBe("running");
    expect(message).toMatch(/^row \d+$/);
    await stateOf(id, "done");
    expect(await rowOf(id)).toMatchObject({ done: 40 });
  });
});

describe("work that comes to nothing", () => {
  it("is tried again where that may pass, as often as it says, and leaves nothing of its tries", async () => {
    await start("a");
    const id = await enqueue(OneStep, { how: "unavailable" });
    await stateOf(id, "failed", 25_000);
    expect(await rowOf(id)).toMatchObject({ attempt: 2, failures: 2, fault: "Not now." });
    expect(await stepsOf(id)).toEqual([]);
  });

  it.each([
    ["refused", "Row 7 is wrong."],
    ["hopeless", "Nobody lives there."],
  ] as const)("is not tried again where it is %s, and says why", async (how, fault) => {
    await start("a");
    const id = await enqueue(OneStep, { how });
    await stateOf(id, "failed");
    const errors = [{ path: "rows.7", code: "quote", message: fault }];
    const refusal = how === "refused" ? { code: "validation", errors, members: {} } : null;
    expect(await rowOf(id)).toMatchObject({ attempt: 1, failures: 1, fault, refusal });
    await expect.poll(() => jobStateOf(id), { timeout: 20_000 }).toBe("failed");
  });
});

describe("whoever asked for long work", () => {
  const mailsOf = (userId: string) =>
    query<{ kind: string; locale: string }>("select kind, locale from mails where user_id = $1", [userId]);

  it.each([
    ["well", "done"],
    ["refused", "failed"],
  ] as const)("is mailed once that it is over, %s, where that took longer than ten seconds", async (how, state) => {
    const tenant = await testTenant();
    const { userId } = tenant.members.client;
    await query("update users set locale = 'zh' where id = $1", [userId]);
    const id = await enqueue(OneStep, { how }, {}, tenant.ctx("client"));
    await query("update long_work set created_at = now() - interval '11 s' where id = $1", [id]);
    await start("a");
    await stateOf(id, state);
    await expect.poll(() => mailsOf(userId)).toEqual([{ kind: "work-over", locale: "zh" }]);
  });

  it("is told nothing of what was over before anybody could wait", async () => {
    const tenant = await testTenant();
    await start("a");
    const id = await enqueue(OneStep, { how: "well" }, {}, tenant.ctx("client"));
    await stateOf(id, "done");
    expect(await mailsOf(tenant.members.client.userId)).toEqual([]);
  });
});

describe("workers", () => {
  it("two of them never do one work at once", async () => {
    await Promise.all([start("a"), start("b")]);
    const ids = await Promise.all(Array.from({ length: 40 }, () => enqueue(OneStep, { how: "well" })));
    for (const id of ids) await stateOf(id, "done");
    const steps = await Promise.all(ids.map(stepsOf));
    expect(steps.every((of) => of.length === 1)).toBe(true);
    expect(new Set(steps.flat().map(({ worker }) => worker))).toEqual(new Set(["a", "b"]));
  });

  it("one that is told to stop gives its work to the next", async () => {
    const first = await start("a");
    const id = await enqueue(ManySteps, { how: "slowly", steps: 30 });
    await expect.poll(async () => (await stepsOf(id)).length, { timeout: 20_000 }).toBeGreaterThan(2);
    await first.stop();
    expect(await rowOf(id)).toMatchObject({ state: "waiting", failures: 0 });
    await start("b");
    await stateOf(id, "done", 25_000);
    expect((await stepsOf(id)).at(-1)).toMatchObject({ worker: "b", step: 30, attempt: 2 });
  });

  it("one that is killed in the middle leaves it to another, and one effect", { timeout: 90_000 }, async () => {
    const id = await enqueue(OneStep, { how: "well" });
    const child = await startProcess("run", "work.finishing:kill");
    await once(child, "exit");
    expect(await rowOf(id)).toMatchObject({ state: "running", attempt: 1 });
    expect(await stepsOf(id)).toEqual([]);
    await start("b");
    await stateOf(id, "done", 60_000);
    expect(await stepsOf(id)).toMatchObject([{ worker: "b", attempt: 2 }]);
    expect(await rowOf(id)).toMatchObject({ failures: 0 });
  });

  it("that end under a work too often end it", async () => {
    const [lost, open] = [await enqueue(OneStep, { how: "well" }), await enqueue(OneStep, { how: "well" })];
    await query("update long_work set state = 'running', attempt = 12 where id = $1", [lost]);
    await query("update pgboss.job set state = 'failed' where id = $1", [lost]);
    expect((await endLostWork.execute(systemCtx("test"), {})).lost).toBeGreaterThan(0);
    expect(await rowOf(lost)).toMatchObject({ state: "failed", fault: "Its worker ended too often." });
    expect(await rowOf(open)).toMatchObject({ state: "queued" });
  });

  it("one that wakes too late stores nothing", async () => {
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await start("a", () => asleep);
    const id = await enqueue(OneStep, { how: "well" });
    await stateOf(id, "running");
    // As another worker would have begun it after the queue took it away.
    await query("update long_work set attempt = 2 where id = $1", [id]);
    wake();
    await expect.poll(() => jobStateOf(id), { timeout: 20_000 }).toBe("completed");
    expect(await stepsOf(id)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: "running", attempt: 2 });
  });
});
