import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as commitRoute } from "@/app/api/miners/models/import/commit/route";
import { POST as previewRoute } from "@/app/api/miners/models/import/preview/route";
import { GET as templateRoute } from "@/app/api/miners/models/import/template/route";
import type { Ctx } from "@/lib/kernel/context";
import { disconnectDatabase } from "@/lib/platform/db";
import { readSheet } from "@/lib/platform/spreadsheet/read-sheet";
import { cookieOfMember, madeKey } from "@/lib/testing/api-calls";
import { faultOf } from "@/lib/testing/refusals";
import { sql } from "@/lib/testing/sql";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { textRows, workbook } from "@/lib/testing/workbook";
import { systemCtx } from "@/lib/transport/ctx";
import { addModel } from "./add-model";
import { commitImport } from "./commit-import";
import { findModel } from "./find-model";
import { importTemplate } from "./import-template";
import { modelHistory } from "./model-history";
import { previewImport } from "./preview-import";
import { retireModel } from "./retire-model";
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

const HEADING = ["Model", "Manufacturer", "Hashrate (TH/s)", "Power (W)", "Release year", "Cooling"];
const name = () => `Sheet ${randomUUID().slice(0, 8)}`;
const row = (over: Record<number, string> = {}) =>
  [name(), "Acme", "100", "2000", "2024", "air"].map((cell, index) => over[index] ?? cell);
const csv = (rows: string[][], file = "rigs.csv") => ({
  name: file,
  bytes: new TextEncoder().encode([HEADING, ...rows].map((cells) => cells.join(",")).join("\r\n")),
});
const count = async (tenantId: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from miner_models where tenant_id = ${tenantId}`)[0]?.n;

describe("an import", () => {
  it("adds the named rows and leaves the others", async () => {
    const rows = [row(), row({ 2: "-5" }), row(), row()];
    const file = csv(rows);
    const preview = await previewImport.execute(mine.ctx("owner"), { file });
    expect(preview.counts).toEqual({ ready: 3, known: 0, wrong: 1 });
    expect(await commitImport.execute(mine.ctx("owner"), { file, rows: "2,4" })).toEqual({ added: 2, skipped: [] });
    const found = await findModel(mine.ctx("operator"), `${rows[0]?.[0]} 100T`);
    expect(found.model).toMatchObject({ manufacturer: "Acme", scope: "private", source: "operator" });
    expect((await findModel(mine.ctx("operator"), `${rows[3]?.[0]} 100T`)).model).toBeNull();
    expect((await findModel(theirs.ctx("operator"), `${rows[0]?.[0]} 100T`)).model).toBeNull();
    const { items } = await modelHistory.execute(mine.ctx("owner"), { id: found.model?.id ?? "" });
    expect(items).toMatchObject([{ kind: "imported", by: { name: "The owner" } }]);
  });

  it("reads a workbook as it reads a CSV", async () => {
    const rows = [row(), row()];
    const file = { name: "Rigs.XLSX", bytes: workbook(textRows([HEADING, ...rows])) };
    const preview = await previewImport.execute(mine.ctx("owner"), { file });
    expect(preview.rows.map(({ facts }) => facts?.model_name)).toEqual(rows.map(([first]) => first));
    expect(await commitImport.execute(mine.ctx("owner"), { file, rows: [2, 3] })).toMatchObject({ added: 2 });
  });

  it("adds once what is sent twice, also at the same time", async () => {
    const ctx = () => mine.ctx("admin");
    const file = csv([row(), row(), row()]);
    const before = (await count(mine.id)) ?? 0;
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => commitImport.execute(ctx(), { file, rows: "2-4" })),
    );
    expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(3);
    for (const { added, skipped } of outcomes) expect(added + skipped.length).toBe(3);
    expect(await commitImport.execute(ctx(), { file, rows: "2-4" })).toMatchObject({
      added: 0,
      skipped: [{ row: 2 }, { row: 3 }, { row: 4 }],
    });
    expect(await count(mine.id)).toBe(before + 3);
  });

  it("adds all or nothing: a row that is wrong or missing stops it", async () => {
    const file = csv([row(), row({ 3: "lots" })]);
    const before = await count(mine.id);
    const commit = (rows: string) => faultOf(commitImport.execute(mine.ctx("owner"), { file, rows }));
    expect(await commit("2-3")).toBe("validation not_a_number");
    expect(await commit("2,9")).toBe("validation no_such_row");
    expect(await commit("1-2")).toBe("validation no_such_row");
    for (const rows of ["", "a", "2-", "-2", "2;3", "2,,3", "0x2", "2-3-4", "1e3", "99999999"])
      expect(await commit(rows)).toMatch(/^validation/);
    expect(await count(mine.id)).toBe(before);
  });

  it("knows what is there: retired rows, shared ones, and those of nobody else", async () => {
    const own = await addModel.execute(mine.ctx("owner"), {
      ...{
        model_name: name(),
        manufacturer: "Acme",
        hashrate_th: 100,
        power_w: 2000,
        release_year: 2024,
        cooling: "air",
      },
    });
    await retireModel.execute(mine.ctx("owner"), { id: own.id, version: 1 });
    const file = csv([row({ 0: own.model_name }), row({ 0: "Antminer S21", 1: "Bitmain", 2: "200", 3: "3600" })]);
    expect((await previewImport.execute(mine.ctx("owner"), { file })).rows).toMatchObject([
      { state: "known", twin: { id: own.id, retired: true }, addable: false },
      { state: "known", twin: { id: "antminer-s21-200t", scope: "shared" }, addable: true },
    ]);
    const elsewhere = await previewImport.execute(theirs.ctx("owner"), { file });
    expect(elsewhere.rows[0]).toMatchObject({ state: "ready", twin: null });
    expect(JSON.stringify(elsewhere)).not.toContain(own.id);
    // Named all the same, a shared machine becomes the company's own version.
    expect(await commitImport.execute(mine.ctx("owner"), { file, rows: "2-3" })).toMatchObject({
      added: 1,
      skipped: [{ row: 2 }],
    });
    expect((await findModel(mine.ctx("owner"), "Antminer S21 200T")).model?.power_w).toBe(3600);
    expect((await findModel(theirs.ctx("owner"), "Antminer S21 200T")).model?.power_w).toBe(3550);
  });

  it("of the platform goes into the shared catalogue, each under an id of its own", async () => {
    const model = name();
    const file = csv([row({ 0: model }), row({ 0: model, 2: "110" })]);
    expect(await commitImport.execute(platform, { file, rows: "2-3" })).toMatchObject({ added: 2 });
    expect((await findModel(theirs.ctx("client"), `${model} 110T`)).model).toMatchObject({ scope: "shared" });
  });

  it("takes the reader's mapping, also as a form sends it", async () => {
    const rows = [
      ["watts?", "what", "th"],
      ["2000", name(), "100"],
    ];
    const file = { name: "a.csv", bytes: new TextEncoder().encode(rows.map((cells) => cells.join(";")).join("\n")) };
    const mapping = { power_w: 1, model_name: 2, hashrate_th: 3 };
    const ctx = mine.ctx("owner");
    expect((await previewImport.execute(ctx, { file, mapping })).missing).toEqual(["release_year"]);
    const asText = await previewImport.execute(ctx, { file, mapping: JSON.stringify(mapping) });
    expect(asText.missing).toEqual(["release_year"]);
    for (const wrong of ["{", "[]", '{"__proto__":{"x":1}}', '{"constructor":1}', '{"power_w":0}', '{"power_w":99}'])
      expect(await faultOf(previewImport.execute(ctx, { file, mapping: wrong }))).toMatch(/^validation/);
  });

  it.each(["operator", "client", "guest"] as const)("is not for the role %s", async (role) => {
    const file = csv([row()]);
    expect(await faultOf(previewImport.execute(mine.ctx(role), { file }))).toBe("forbidden");
    expect(await faultOf(commitImport.execute(mine.ctx(role), { file, rows: "2" }))).toBe("forbidden");
  });
});

describe("the template", () => {
  it.each(["csv", "xlsx"] as const)("as %s reads back in both languages, and adds nothing as it is", async (format) => {
    for (const lang of ["en", "zh"] as const) {
      const { bytes, file_name } = await importTemplate.execute(mine.ctx("owner"), { format, lang });
      const preview = await previewImport.execute(theirs.ctx("owner"), { file: { name: file_name, bytes } });
      expect(preview.missing).toEqual([]);
      expect(preview.columns.map(({ field }) => field)).toEqual([
        ...["model_name", "manufacturer", "hashrate_th", "power_w", "release_year", "cooling", "status"],
        null,
      ]);
      expect(preview.counts).toEqual({ ready: 0, known: 2, wrong: 0 });
    }
  });

  it.each(["csv", "xlsx"] as const)("as %s holds no cell that a spreadsheet would run", async (format) => {
    for (const lang of ["en", "zh"] as const) {
      const { bytes, file_name } = await importTemplate.execute(mine.ctx("owner"), { format, lang });
      const cells = (await readSheet(bytes, file_name)).flatMap((sheetRow) => sheetRow.cells);
      expect(cells.length).toBeGreaterThan(20);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
    }
  });
});

describe("over HTTP", () => {
  const origin = "http://127.0.0.1:3000";
  const form = (file: { name: string; bytes: Uint8Array<ArrayBuffer> }, fields: Record<string, string> = {}) => {
    const made = new FormData();
    made.append("file", new Blob([file.bytes]), file.name);
    for (const [field, value] of Object.entries(fields)) made.append(field, value);
    return made;
  };
  const post = (route: typeof commitRoute, body: BodyInit, headers: Record<string, string>) =>
    route(
      new Request(`${origin}/api/miners/models/import`, {
        method: "POST",
        body,
        headers: { host: "127.0.0.1:3000", ...headers },
      }),
    );

  it("takes a form of our own page, and of no other", async () => {
    const cookie = await cookieOfMember(mine.members.mining_site_owner);
    const file = csv([row()]);
    const preview = await post(previewRoute, form(file), { cookie, origin });
    expect(preview.status).toBe(200);
    expect(await preview.json()).toMatchObject({ counts: { ready: 1 } });
    for (const other of [{}, { origin: "https://evil.example" }, { origin: "null" }]) {
      const response = await post(commitRoute, form(file, { rows: "2" }), { cookie, ...other });
      expect(response.status).toBe(403);
    }
    const asText = await post(commitRoute, "x", { cookie, origin, "content-type": "text/plain" });
    expect(asText.status).toBe(400);
    const commit = await post(commitRoute, form(file, { rows: "2" }), { cookie, origin });
    expect(await commit.json()).toEqual({ added: 1, skipped: [] });
  });

  it("gives the same answer to the same key, and refuses another file under it", async () => {
    const { key } = await madeKey(mine, { scopes: ["catalogue:write"] });
    const headers = { "x-api-key": key, "idempotency-key": randomUUID(), "x-client-address": "192.0.2.77" };
    const file = csv([row()]);
    const first = await (await post(commitRoute, form(file, { rows: "2" }), headers)).json();
    const second = await (await post(commitRoute, form(file, { rows: "2" }), headers)).json();
    expect([first, second]).toEqual([
      { added: 1, skipped: [] },
      { added: 1, skipped: [] },
    ]);
    expect((await post(commitRoute, form(csv([row()]), { rows: "2" }), headers)).status).toBe(422);
  });

  it("hands out the template as a download", async () => {
    const cookie = await cookieOfMember(mine.members.mining_site_owner);
    const response = await templateRoute(
      new Request(`${origin}/api/miners/models/import/template?format=xlsx&lang=zh`, {
        headers: { cookie, host: "127.0.0.1:3000" },
      }),
    );
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="machine-import.xlsx"');
    expect(response.headers.get("content-type")).toContain("spreadsheetml");
  });
});
