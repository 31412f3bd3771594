import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { addModel } from "./add-model";
import { editModel } from "./edit-model";
import { findModel } from "./find-model";
import { findTwin } from "./find-twin";
import { listCatalogue } from "./list-catalogue";
import { modelHistory } from "./model-history";
import { readOneModel } from "./read-model";
import { retireModel, unretireModel } from "./retire-model";
import { seedCatalogue } from "./seed-catalogue";

let mine: TestTenant;
let theirs: TestTenant;
let platform: Ctx;

beforeAll(async () => {
  [mine, theirs] = [await testTenant(), await testTenant()];
  platform = (await testPlatformAdmin()).ctx;
  await seedCatalogue.execute(systemCtx("test"), {});
});
afterAll(disconnectDatabase);

/** A name that no other test has. */
const name = () => `Test ${randomUUID().slice(0, 8)}`;
const facts = (over: object = {}) => ({
  model_name: name(),
  manufacturer: "Acme",
  hashrate_th: 100,
  power_w: 2000,
  release_year: 2025,
  cooling: "air" as const,
  ...over,
});
const add = (ctx: Ctx, over: object = {}) => addModel.execute(ctx, facts(over));
const refusal = (code: string, fieldCode?: string) =>
  expect.objectContaining({
    code,
    ...(fieldCode
      ? { details: expect.objectContaining({ errors: [expect.objectContaining({ code: fieldCode })] }) }
      : {}),
  });
const entriesOf = (id: string) =>
  sql<{ tenant_id: string | null; use_case: string; before: unknown; after: { model_name?: string } | null }>`
    select tenant_id, use_case, before, after from audit_log where entity = 'miner_models' and entity_id = ${id} order by id`;

describe("adding", () => {
  it("gives a company a machine of its own, with an id that nobody guesses, and writes it down", async () => {
    const model = await add(mine.ctx("owner"), { hashrate_th: 100.12345, power_w: 2000.126 });
    expect(model).toMatchObject({
      scope: "private",
      hashrate_th: 100.1235,
      power_w: 2000.13,
      efficiency: 19.98,
      source: "operator",
      source_count: 0,
      confidence: "probable",
      status: "shipped",
      retired_at: null,
      version: 1,
      editable: true,
    });
    expect(model.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await entriesOf(model.id)).toMatchObject([
      { tenant_id: mine.id, use_case: "machines.model.add", before: null, after: { model_name: model.model_name } },
    ]);
  });

  it("puts what the platform adds into the shared catalogue, under a slug", async () => {
    const model = await add(platform, { model_name: `Pläne ${name()}` });
    expect(model.scope).toBe("shared");
    expect(model.id).toMatch(/^pl-ne-test-[0-9a-f]{8}-100t$/);
    const found = await findModel(theirs.ctx("operator"), model.label);
    expect(found.model?.id).toBe(model.id);
    expect(await entriesOf(model.id)).toMatchObject([{ tenant_id: null }]);
  });

  it.each(["operator", "client", "guest"] as const)("is not for the role %s", async (role) => {
    await expect(add(mine.ctx(role))).rejects.toEqual(refusal("forbidden"));
  });

  it("is not for who still has to set up a second factor", async () => {
    await expect(add(mine.ctx("owner", { mustEnrol: true }))).rejects.toEqual(refusal("mfa_enrolment_required"));
  });

  it("takes no field that isn't the caller's to set", async () => {
    for (const field of ["id", "tenant_id", "scope", "source", "confidence", "retired_at", "version", "__proto__x"]) {
      await expect(add(mine.ctx("owner"), { [field]: "1" })).rejects.toEqual(
        refusal("validation", "unrecognized_keys"),
      );
    }
  });

  it.each([
    ["a name that a spreadsheet would run", { model_name: "=HYPERLINK(1)" }, "name_format"],
    ["a name with markup", { model_name: "S21 <script>" }, "name_format"],
    ["an empty name", { model_name: " \u200b " }, "too_small"],
    ["a name that is too long", { model_name: "x".repeat(81) }, "too_big"],
    ["a bin in the name", { model_name: "Acme 9 200T" }, "holds_bin"],
    ["no hashrate", { hashrate_th: 0 }, "too_small"],
    ["a hashrate below nothing", { hashrate_th: -5 }, "too_small"],
    ["a hashrate that rounds to nothing", { hashrate_th: 0.00001 }, "too_small"],
    ["endless power", { power_w: Number.POSITIVE_INFINITY }, "invalid_type"],
    ["power that is no number", { power_w: Number.NaN }, "invalid_type"],
    ["kW for W", { hashrate_th: 200, power_w: 3.5 }, "implausible"],
    ["PH/s for TH/s", { hashrate_th: 0.2, power_w: 5000 }, "implausible"],
    ["a year before there were any", { release_year: 2008 }, "too_small"],
    ["half a year", { release_year: 2024.5 }, "invalid_type"],
    ["a cooling that nobody knows", { cooling: "magic" }, "invalid_value"],
  ])("refuses %s", async (_, over, code) => {
    await expect(add(mine.ctx("owner"), over)).rejects.toEqual(refusal("validation", code));
  });

  it("says that the machine is there already, however it is written", async () => {
    const model = await add(mine.ctx("owner"));
    const again = { model_name: model.model_name.toUpperCase().replace(" ", "-"), manufacturer: "ACME" };
    await expect(add(mine.ctx("admin"), again)).rejects.toEqual(refusal("conflict", "duplicate"));
    await retireModel.execute(mine.ctx("owner"), { id: model.id, version: 1 });
    await expect(add(mine.ctx("admin"), again)).rejects.toEqual(refusal("conflict", "retired_duplicate"));
    // Another company never hears of it.
    expect((await add(theirs.ctx("owner"), { model_name: model.model_name })).scope).toBe("private");
  });

  it("asks before it puts a company's own figures beside the shared ones, which then stand for the name", async () => {
    const shared = await add(platform);
    const own = { model_name: shared.model_name, power_w: 1900 };
    await expect(add(mine.ctx("owner"), own)).rejects.toEqual(refusal("conflict", "shared_duplicate"));
    const model = await add(mine.ctx("owner"), { ...own, beside_shared: true });
    expect((await findModel(mine.ctx("operator"), shared.label)).model?.power_w).toBe(1900);
    expect((await findModel(theirs.ctx("operator"), shared.label)).model?.power_w).toBe(2000);
    expect((await findModel(mine.ctx("operator"), shared.id)).model?.power_w).toBe(2000);
    await retireModel.execute(mine.ctx("owner"), { id: model.id, version: 1 });
    expect((await findModel(mine.ctx("operator"), shared.label)).model?.power_w).toBe(2000);
  });

  it("adds once when twenty do it at the same time", async () => {
    const model_name = name();
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => add(mine.ctx("owner"), { model_name })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toEqual(refusal("conflict"));
  });

  it("spells a maker as the catalogue does", async () => {
    expect((await add(mine.ctx("owner"), { manufacturer: "比特大陆" })).manufacturer).toBe("Bitmain");
  });

  it("finds the twin of a draft before it is saved", async () => {
    const model = await add(mine.ctx("owner"));
    const draft = { model_name: model.model_name.toLowerCase(), manufacturer: "acme", hashrate_th: 100 };
    const twin = async (ctx: Ctx, over: object = {}) => (await findTwin.execute(ctx, { ...draft, ...over })).twin;
    expect(await twin(mine.ctx("owner"))).toEqual({
      id: model.id,
      label: model.label,
      scope: "private",
      retired: false,
    });
    expect(await twin(mine.ctx("owner"), { except: model.id })).toBeNull();
    expect(await twin(mine.ctx("owner"), { hashrate_th: 101 })).toBeNull();
    expect(await twin(theirs.ctx("owner"))).toBeNull();
    expect(
      await twin(mine.ctx("owner"), { model_name: "S21", manufacturer: "bitmain", hashrate_th: 200 }),
    ).toMatchObject({ id: "antminer-s21-200t", scope: "shared" });
  });
});

describe("changing", () => {
  it("changes what is sent, keeps the rest and the id, and says before and after", async () => {
    const model = await add(mine.ctx("owner"));
    const edited = await editModel.execute(mine.ctx("admin"), { id: model.id, version: 1, power_w: 1800 });
    expect(edited).toMatchObject({ id: model.id, version: 2, power_w: 1800, efficiency: 18, hashrate_th: 100 });
    expect((await findModel(mine.ctx("operator"), model.label)).model?.power_w).toBe(1800);
    const renamed = await editModel.execute(mine.ctx("admin"), { id: model.id, version: 2, model_name: name() });
    expect((await findModel(mine.ctx("operator"), model.id)).model?.label).toBe(renamed.label);
    expect((await findModel(mine.ctx("operator"), model.label)).model).toBeNull();
    expect(await entriesOf(model.id)).toMatchObject([
      {},
      { use_case: "machines.model.edit", before: { power_w: 2000 }, after: { power_w: 1800 } },
      { before: { model_name: model.model_name }, after: { model_name: renamed.model_name } },
    ]);
  });

  it("refuses what is meant for an older version; of twenty at once one wins", async () => {
    const { id } = await add(mine.ctx("owner"));
    const change = (power_w: number) => editModel.execute(mine.ctx("owner"), { id, version: 1, power_w });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => change(1500 + index)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toEqual(refusal("precondition_failed"));
    expect(await entriesOf(id)).toHaveLength(2);
    await expect(retireModel.execute(mine.ctx("owner"), { id, version: 1 })).rejects.toEqual(
      refusal("precondition_failed"),
    );
  });

  it("refuses a name that another row has, also when both come at once", async () => {
    const taken = await add(mine.ctx("owner"));
    const ids = await Promise.all([1, 2].map(async () => (await add(mine.ctx("owner"))).id));
    const rename = (id: string, model_name: string) =>
      editModel.execute(mine.ctx("owner"), { id, version: 1, model_name });
    await expect(rename(ids[0] ?? "", taken.model_name)).rejects.toEqual(refusal("conflict", "duplicate"));
    const wanted = name();
    const results = await Promise.allSettled(ids.map((id) => rename(id, wanted)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal("conflict") });
  });

  it("wants something to change, and facts that fit together", async () => {
    const { id } = await add(mine.ctx("owner"));
    await expect(editModel.execute(mine.ctx("owner"), { id, version: 1 })).rejects.toEqual(refusal("validation"));
    await expect(editModel.execute(mine.ctx("owner"), { id, version: 1, power_w: 50 })).rejects.toEqual(
      refusal("validation", "implausible"),
    );
  });

  it("keeps what sources agreed on only while hashrate and power stay", async () => {
    const { id } = await add(platform);
    await sql`update miner_models set source = 'published', source_count = 3, confidence = 'verified' where id = ${id}`;
    const first = await editModel.execute(platform, { id, version: 1, release_year: 2024 });
    expect(first).toMatchObject({ source: "operator", source_count: 3, confidence: "verified" });
    const second = await editModel.execute(platform, { id, version: 2, power_w: 2100 });
    expect(second).toMatchObject({ source_count: 0, confidence: "probable" });
  });
});

describe("retiring", () => {
  it("takes a machine out of the lists and back; its name and id find it all the while", async () => {
    const model = await add(platform);
    const retired = await retireModel.execute(platform, { id: model.id, version: 1 });
    expect(retired.retired_at).not.toBeNull();
    const listed = async (status: "offered" | "retired" | "all") =>
      (await listCatalogue.execute(platform, { search: model.label, status })).total;
    expect(await Promise.all([listed("offered"), listed("retired"), listed("all")])).toEqual([0, 1, 1]);
    for (const text of [model.label, model.id]) {
      expect((await findModel(theirs.ctx("client"), text)).model?.id).toBe(model.id);
    }
    await expect(retireModel.execute(platform, { id: model.id, version: 2 })).rejects.toEqual(refusal("conflict"));
    const back = await unretireModel.execute(platform, { id: model.id, version: 2 });
    expect(back).toMatchObject({ retired_at: null, version: 3 });
    expect(await listed("offered")).toBe(1);
    await expect(unretireModel.execute(platform, { id: model.id, version: 3 })).rejects.toEqual(refusal("conflict"));
  });

  it("survives the seed", async () => {
    const { id } = await add(platform);
    await retireModel.execute(platform, { id, version: 1 });
    await seedCatalogue.execute(systemCtx("test"), {});
    expect((await readOneModel.execute(platform, { id })).retired_at).not.toBeNull();
  });
});

describe("the history of a machine", () => {
  it("tells who did what and how it was before, the last first", async () => {
    const { id } = await add(mine.ctx("owner"));
    await editModel.execute(mine.ctx("admin"), { id, version: 1, power_w: 1800, cooling: "hydro" });
    await retireModel.execute(mine.ctx("mining_site_owner"), { id, version: 2 });
    const { items } = await modelHistory.execute(mine.ctx("owner"), { id });
    expect(items).toMatchObject([
      { kind: "retired", by: { kind: "person", name: "The mining_site_owner" }, fields: [] },
      {
        kind: "edited",
        by: { name: "The admin" },
        fields: [
          { field: "power_w", before: 2000, after: 1800 },
          { field: "cooling", before: "air", after: "hydro" },
        ],
      },
      { kind: "added", by: { name: "The owner" }, fields: [] },
    ]);
  });

  it("of a shared machine is the platform's, who is not named", async () => {
    const { id } = await add(platform);
    expect((await modelHistory.execute(platform, { id })).items).toMatchObject([
      { kind: "added", by: { kind: "platform", name: null } },
    ]);
    await expect(modelHistory.execute(mine.ctx("owner"), { id })).rejects.toEqual(refusal("forbidden"));
  });
});

describe("what belongs to others", () => {
  it("is not found by another company, and by nobody who isn't staff", async () => {
    const { id } = await add(mine.ctx("owner"));
    const strangers: Ctx[] = [theirs.ctx("owner"), theirs.ctx("admin"), platform];
    for (const ctx of strangers) {
      await expect(readOneModel.execute(ctx, { id })).rejects.toEqual(refusal("not_found"));
      await expect(editModel.execute(ctx, { id, version: 1, power_w: 1 })).rejects.toEqual(refusal("not_found"));
      await expect(retireModel.execute(ctx, { id, version: 1 })).rejects.toEqual(refusal("not_found"));
      await expect(unretireModel.execute(ctx, { id, version: 1 })).rejects.toEqual(refusal("not_found"));
      await expect(modelHistory.execute(ctx, { id })).rejects.toEqual(refusal("not_found"));
    }
    for (const member of [mine.members.client, mine.otherClient, mine.members.guest]) {
      await expect(readOneModel.execute(mine.ctx(member), { id })).rejects.toEqual(refusal("not_found"));
    }
    expect((await readOneModel.execute(mine.ctx("operator"), { id })).editable).toBe(false);
    const [row] = await sql<{ version: number }>`select version from miner_models where id = ${id}`;
    expect(row?.version).toBe(1);
  });

  it("is only looked at where it is shared", async () => {
    const { id } = await add(platform);
    expect(await readOneModel.execute(mine.ctx("owner"), { id })).toMatchObject({ scope: "shared", editable: false });
    await expect(editModel.execute(mine.ctx("owner"), { id, version: 1, power_w: 1900 })).rejects.toEqual(
      refusal("forbidden"),
    );
    await expect(retireModel.execute(mine.ctx("owner"), { id, version: 1 })).rejects.toEqual(refusal("forbidden"));
  });
});
