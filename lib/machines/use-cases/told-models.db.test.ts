import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { toldOf } from "@/lib/testing/events/told-of";
import { sql } from "@/lib/testing/sql";
import { testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { addModel } from "./add-model";
import { commitImport } from "./commit-import";
import { editModel } from "./edit-model";
import { retireModel, unretireModel } from "./retire-model";

afterAll(disconnectDatabase);

const tenant = await testTenant();
const owner = tenant.ctx("owner");
const name = () => `Told ${randomUUID().slice(0, 8)}`;
const facts = () => ({
  ...{ model_name: name(), manufacturer: "Acme", hashrate_th: 100, power_w: 2000 },
  ...{ release_year: 2025, cooling: "air" as const },
});

describe("what others hear of the catalogue", () => {
  it("is each write of a model, in its order, as the company's", async () => {
    const { id } = await addModel.execute(owner, facts());
    await editModel.execute(owner, { id, version: 1, power_w: 1900 });
    await retireModel.execute(owner, { id, version: 2 });
    await unretireModel.execute(owner, { id, version: 3 });
    const of = { topic: "events.miner", tenant_id: tenant.id, user_id: null };
    expect(await toldOf(`model:${id}`)).toMatchObject([
      { ...of, version: 1, kind: "machines.model.added.v1", payload: { power_w: 2000, retired_at: null } },
      {
        ...{ ...of, version: 2, kind: "machines.model.changed.v1" },
        payload: { power_w: 1900, previous: { hashrate_th: 100, power_w: 2000 } },
      },
      { ...of, version: 3, kind: "machines.model.retired.v1", payload: { retired_at: expect.any(String) } },
      { ...of, version: 4, kind: "machines.model.restored.v1", payload: { retired_at: null } },
    ]);
  });

  it("is nothing of a write that was refused", async () => {
    const { id } = await addModel.execute(owner, facts());
    const edits = [1, 2, 3].map((year) => editModel.execute(owner, { id, version: 1, release_year: 2020 + year }));
    await Promise.allSettled(edits);
    await expect(retireModel.execute(owner, { id, version: 1 })).rejects.toMatchObject({ code: "precondition_failed" });
    expect((await toldOf(`model:${id}`)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it("belongs to no company where the model is shared", async () => {
    const { ctx } = await testPlatformAdmin();
    const { id } = await addModel.execute(ctx, facts());
    expect(await toldOf(`model:${id}`)).toMatchObject([{ tenant_id: null, user_id: null, version: 1 }]);
  });

  it("begins with one also where the row is older than events", async () => {
    const { id } = await addModel.execute(owner, facts());
    await sql`update miner_models set event_version = 0, version = 7 where id = ${id}`;
    await editModel.execute(owner, { id, version: 7, power_w: 1800 });
    expect((await toldOf(`model:${id}`)).map(({ version }) => version)).toEqual([1, 1]);
  });

  it("is each machine that a file brought", async () => {
    const rows = [name(), name()].map((model) => `${model},Acme,100,2000,2024,air`);
    const lines = ["Model,Manufacturer,Hashrate (TH/s),Power (W),Release year,Cooling", ...rows];
    const file = { name: "rigs.csv", bytes: new TextEncoder().encode(lines.join("\n")) };
    await commitImport.execute(owner, { file, rows: "2-3" });
    const ids = await sql<{ id: string }>`
      select id from miner_models where tenant_id = ${tenant.id} and release_year = 2024`;
    expect(ids).toHaveLength(2);
    for (const { id } of ids) expect(await toldOf(`model:${id}`)).toMatchObject([{ kind: "machines.model.added.v1" }]);
  });
});
