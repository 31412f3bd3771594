import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { MailDelivery } from "@/lib/identity/work";
import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { ManySteps, makeSteps, rowOf, stepsOf, testWorks } from "@/lib/testing/work/steps";
import { systemCtx } from "@/lib/transport/ctx";
import { startWork } from "@/lib/transport/work/start-work";
import { cancelWork, getWork, listWork } from "./own-work";
import { stopWork, watchWork } from "./watch-work";

const drop = await ownDatabase();
let tenant: TestTenant;
let other: TestTenant;
let worker: { stop(): Promise<void> } | undefined;
beforeAll(async () => {
  await makeSteps();
  [tenant, other] = [await testTenant(), await testTenant()];
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(drop);

const ask = (ctx: Ctx, steps = 1) =>
  inOwnUnit(ctx, "test.ask", async ({ unit }) => unit.enqueue(ManySteps, { how: "slowly", steps }));

describe("the long work that somebody asked for", () => {
  it("is theirs alone, in the company where they asked", async () => {
    const client = tenant.ctx("client");
    const ids = [await ask(client), await ask(client), await ask(client)];
    const first = await listWork.execute(client, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const rest = await listWork.execute(client, { limit: 2, cursor: first.next ?? "" });
    expect([rest.items.map(({ id }) => id), rest.next]).toEqual([[ids[0]], null]);
    expect(await getWork.execute(client, { id: ids[0] ?? "" })).toMatchObject({
      ...{ kind: "test.steps", state: "queued", percent: null, attempt: 0, can_cancel: true },
    });
    const strangers = [tenant.ctx("owner"), tenant.ctx(tenant.otherClient), other.ctx("client")];
    for (const ctx of strangers) {
      expect((await listWork.execute(ctx, {})).items).toEqual([]);
      await expect(getWork.execute(ctx, { id: ids[0] ?? "" })).rejects.toMatchObject({ code: "not_found" });
      await expect(cancelWork.execute(ctx, { id: ids[0] ?? "" })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await rowOf(ids[0] ?? "")).toMatchObject({ state: "queued" });
  });

  it("doesn't show what the machine asked itself for", async () => {
    const ctx = tenant.ctx("operator");
    const id = await inOwnUnit(ctx, "test.ask", async ({ unit }) =>
      unit.enqueue(MailDelivery, { mail_id: crypto.randomUUID() }),
    );
    expect((await listWork.execute(ctx, {})).items).toEqual([]);
    await expect(cancelWork.execute(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is cancelled at once while it waits, and never done then", async () => {
    const ctx = tenant.ctx("admin");
    const id = await ask(ctx);
    expect(await cancelWork.execute(ctx, { id })).toMatchObject({ state: "cancelled", can_cancel: false });
    await expect(cancelWork.execute(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    worker = await startWork(testWorks("a"));
    await expect
      .poll(() => query("select state from pgboss.job where id = $1", [id]), { timeout: 20_000 })
      .toEqual([{ state: "completed" }]);
    expect(await stepsOf(id)).toEqual([]);
    expect(await query("select use_case, entity_id from audit_log where entity = 'long_work'")).toEqual([
      { use_case: "work.cancel", entity_id: id },
    ]);
  });

  it("ends within seconds when it is cancelled while it goes on, and is not tried again", async () => {
    const ctx = tenant.ctx("owner");
    worker = await startWork(testWorks("a"));
    const id = await ask(ctx, 600);
    await expect.poll(async () => (await stepsOf(id)).length, { timeout: 20_000 }).toBeGreaterThan(2);
    expect(await cancelWork.execute(ctx, { id })).toMatchObject({ state: "running", can_cancel: false });
    await expect.poll(async () => (await rowOf(id)).state, { timeout: 10_000 }).toBe("cancelled");
    await expect
      .poll(() => query("select state from pgboss.job where id = $1", [id]), { timeout: 20_000 })
      .toEqual([{ state: "completed" }]);
    expect((await stepsOf(id)).length).toBeLessThan(600);
    const shown = await getWork.execute(ctx, { id });
    expect(shown).toMatchObject({ state: "cancelled", total: 600, fault: null });
    expect(shown.percent).toBeLessThan(100);
  });

  it("is seen by the platform without what it is about", async () => {
    const { ctx: platform } = await testPlatformAdmin();
    const id = await ask(tenant.ctx("guest"));
    const watch = await watchWork.execute(platform, {});
    expect(watch.queued).toBeGreaterThan(0);
    expect(Object.keys(watch.items.find((item) => item.id === id) ?? {}).sort()).toEqual(
      [
        "attempt",
        "can_cancel",
        "created_at",
        "failures",
        "finished_at",
        "id",
        "kind",
        "percent",
        "state",
        "touched_at",
      ].sort(),
    );
    await expect(watchWork.execute(tenant.ctx("owner"), {})).rejects.toMatchObject({ code: "forbidden" });
    // Not even the platform cancels what somebody asked for.
    await expect(cancelWork.execute(platform, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(stopWork.execute(platform, { id })).rejects.toMatchObject({ code: "not_found" });
    const own = await ask(systemCtx("test"));
    const mail = await inOwnUnit(systemCtx("test"), "test.ask", async ({ unit }) =>
      unit.enqueue(MailDelivery, { mail_id: crypto.randomUUID() }),
    );
    await expect(stopWork.execute(platform, { id: mail })).rejects.toMatchObject({ code: "conflict" });
    expect(await stopWork.execute(platform, { id: own })).toMatchObject({ state: "cancelled", can_cancel: false });
  });
});
