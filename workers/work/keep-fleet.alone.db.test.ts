import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/kernel/context";
import { seedCatalogue } from "@/lib/machines/index";
import { addModel } from "@/lib/machines/use-cases/add-model";
import { listFleetErrors } from "@/lib/machines/use-cases/fleet/fleet-files";
import { findImport, importMiners, keepImport } from "@/lib/machines/use-cases/fleet/import-miners";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { rowOf } from "@/lib/testing/work/steps";
import { systemCtx } from "@/lib/transport/ctx";
import { startWork } from "@/lib/transport/work/start-work";
import { messyFleet } from "@/scripts/bench/batch/messy-fleet";
import { spawnNode } from "@/scripts/process/spawn-node";
import { work } from "./keep-fleet";

const drop = await ownDatabase();
let worker: { stop(): Promise<void> } | undefined;
let killed: ChildProcess | undefined;
beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterEach(async () => {
  killed?.kill("SIGKILL");
  await worker?.stop();
  worker = undefined;
});
afterAll(drop);

const fileOf = (text: string, name = "fleet.csv") => ({ name, bytes: new TextEncoder().encode(text) });
const send = (ctx: Ctx, text: string, more: object = {}) => importMiners.execute(ctx, { file: fileOf(text), ...more });
const over = (id: string, state = "done") =>
  expect.poll(async () => (await rowOf(id)).state, { timeout: 60_000, interval: 50 }).toBe(state);

/** What a person's portfolio and its events come to. */
async function standing(tenant: TestTenant, role: "owner" | "client" = "owner") {
  const keeper = [tenant.id, tenant.members[role].userId];
  const [kept] = await query<{ rows: number; machines: number; version: number | null }>(
    `select count(*)::int as rows, coalesce(sum(quantity), 0)::int as machines,
       (select version::int from portfolios where tenant_id = $1 and user_id = $2) as version
     from user_miners where tenant_id = $1 and user_id = $2 and retired_at is null`,
    keeper,
  );
  const events = await query<{ version: number; entity_id: string }>(
    `select aggregate_version::int as version, entity_id from event_outbox
     where kind = 'machines.user_miner.added.v1' and tenant_id = $1 and user_id = $2 order by 1`,
    keeper,
  );
  return { ...kept, events };
}

describe("a list of machines that is imported", () => {
  it("becomes the sender's machines, its wrong rows aside, each with one event; sent to be kept again, nothing", async () => {
    worker = await startWork([work]);
    const tenant = await testTenant();
    const { text, wrong } = messyFleet(1_000);
    const { id, work_id } = await send(tenant.ctx("owner"), text);
    expect(work_id).toBe(id);
    await over(id);
    const { kept } = await findImport.execute(tenant.ctx("owner"), { id });
    expect(kept).toMatchObject({
      rows_kept: 1_000 - wrong,
      rows_wrong: wrong,
      rows_kept_before: 0,
      rows_without_model: 0,
    });
    expect(kept?.errors.map(({ code }) => code).slice(0, 4)).toEqual([
      "unknown_model",
      "not_a_number",
      "too_big",
      "ambiguous_day",
    ]);
    const after = await standing(tenant);
    expect(after).toMatchObject({ rows: 1_000 - wrong, machines: kept?.machines_kept, version: 1_000 - wrong });
    expect(after.events.map(({ version }) => version)).toEqual(
      Array.from({ length: 1_000 - wrong }, (_, at) => at + 1),
    );
    expect(new Set(after.events.map(({ entity_id }) => entity_id)).size).toBe(1_000 - wrong);

    // Asked for twice at once, by two workers.
    const again = await Promise.all([1, 2].map(() => keepImport.execute(tenant.ctx("owner"), { id })));
    for (const { work_id: asked } of again) await over(asked);
    expect((await findImport.execute(tenant.ctx("owner"), { id })).kept).toMatchObject({
      ...{ rows_kept: 0, machines_kept: 0, rows_kept_before: 1_000 - wrong },
    });
    expect(await standing(tenant)).toEqual(after);
    const entries = await query<{ entity: string; actor: string; count: number }>(
      `select entity, actor_kind || ' ' || actor_id as actor, count(*)::int as count from audit_log
       where tenant_id = $1 and use_case = 'machines.fleet.keep' group by 1, 2 order by 1`,
      [tenant.id],
    );
    const actor = `person ${tenant.members.owner.userId}`;
    expect(entries).toEqual([
      { entity: "fleet_files", actor, count: 3 },
      { entity: "user_miners", actor, count: 1_000 - wrong },
    ]);
  });

  it("says what is wrong cell by cell, in the reader's language", async () => {
    const tenant = await testTenant();
    const { id } = await send(tenant.ctx("client"), "型号,数量\nS21 Prro,3\n=1+1,2\nS21 200T,x");
    const csv = async (lang: "en" | "zh") => {
      const file = await listFleetErrors.execute(tenant.ctx("client"), { id, lang });
      return parse(Buffer.from(file.bytes as Uint8Array), { bom: true }) as string[][];
    };
    const english = await csv("en");
    expect(english.map(([row, column, field, value]) => [row, column, field, value])).toEqual([
      ["Row", "Column", "Field", "Value"],
      ["2", "型号", "Model", "S21 Prro"],
      ["3", "型号", "Model", "'=1+1"],
      ["4", "数量", "Quantity", "x"],
    ]);
    expect(english[1]?.[4]).toContain("Is it Antminer S21 Pro");
    expect((await csv("zh"))[3]).toEqual(["4", "数量", "数量", "x", "这不是数字，请写成 3550 或 3,550 的形式。"]);
    await expect(listFleetErrors.execute(tenant.ctx("operator"), { id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("beyond the plan adds nothing at all, and says why", async () => {
    worker = await startWork([work]);
    const tenant = await testTenant({ plan: "free" });
    const { id } = await send(tenant.ctx("owner"), "Model,Qty\nS21 200T,4\nS21 200T,4000");
    await over(id, "failed");
    expect((await rowOf(id)).fault).toContain("4004 more were asked for");
    expect(await standing(tenant)).toMatchObject({ rows: 0, events: [] });
  });

  it("whose worker is killed at the last moment is there once, whole", { timeout: 90_000 }, async () => {
    const tenant = await testTenant();
    const { text, wrong } = messyFleet(300);
    killed = spawnNode(["lib/testing/work/product-worker.ts"], {
      ...process.env,
      ...{ LOG_LEVEL: "silent", FAILPOINT: "work.finishing:kill" },
    });
    const died = once(killed, "exit");
    const { id } = await send(tenant.ctx("owner"), text);
    await died;
    expect(await rowOf(id)).toMatchObject({ state: "running", attempt: 1 });
    expect(await standing(tenant)).toMatchObject({ rows: 0, version: null, events: [] });
    worker = await startWork([work]);
    await over(id);
    expect(await rowOf(id)).toMatchObject({ attempt: 2 });
    expect(await standing(tenant)).toMatchObject({ rows: 300 - wrong, version: 300 - wrong });
  });

  it("is of two companies at once each one's own", async () => {
    worker = await startWork([work]);
    const tenants = await Promise.all([testTenant(), testTenant()]);
    const { text, wrong } = messyFleet(400, { delimiter: ";" });
    const sent = await Promise.all(tenants.map((tenant) => send(tenant.ctx("owner"), text)));
    for (const { id } of sent) await over(id);
    for (const tenant of tenants)
      expect(await standing(tenant)).toMatchObject({ rows: 400 - wrong, version: 400 - wrong });
    const [mine, theirs] = tenants;
    await expect(findImport.execute(mine.ctx("owner"), { id: sent[1]?.id })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(keepImport.execute(theirs.ctx("owner"), { id: sent[0]?.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("knows the company's own machines where its staff sent it, and not where a client did", async () => {
    worker = await startWork([work]);
    const tenant = await testTenant();
    const facts = { manufacturer: "Ours", hashrate_th: 77, power_w: 1000, release_year: 2024, cooling: "air" };
    await addModel.execute(tenant.ctx("owner"), { ...facts, model_name: "Barn built", status: "shipped" });
    const text = "Model,Qty\nBarn built,2";
    const [staff, client] = [await send(tenant.ctx("owner"), text), await send(tenant.ctx("client"), text)];
    await over(staff.id);
    await over(client.id);
    expect((await findImport.execute(tenant.ctx("owner"), { id: staff.id })).kept).toMatchObject({ rows_kept: 1 });
    expect((await findImport.execute(tenant.ctx("client"), { id: client.id })).kept).toMatchObject({
      ...{ rows_kept: 0, rows_wrong: 1, errors: [{ code: "unknown_model", candidates: [] }] },
    });
  });

  it.each([
    ["fleet.xls", "Model", "Files ending in .xls are not read"],
    ["fleet.xlsx", "Model,Qty", "This is no .xlsx workbook"],
    ["fleet.csv", "", "The file is empty"],
  ])("that can be none (%s) is refused before anybody waits", async (name, text, message) => {
    const tenant = await testTenant();
    await expect(importMiners.execute(tenant.ctx("owner"), { file: fileOf(text, name) })).rejects.toMatchObject({
      ...{ code: "bad_request", message: expect.stringContaining(message) },
    });
  });

  it("that can't be read says so to whoever waits for it", async () => {
    worker = await startWork([work]);
    const tenant = await testTenant();
    const { id } = await send(tenant.ctx("owner"), 'Model,Qty\nS21,"1\nS21,2');
    await over(id, "failed");
    expect((await rowOf(id)).fault).toContain("opens a quote that is never closed");
  });
});
