import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { disconnectDatabase, type Tx } from "@/lib/platform/db";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { shippedCatalogue } from "../core/catalogue/shipped-catalogue";
import { readSharedModels } from "../data/machine-models";
import { seedCatalogue } from "./seed-catalogue";

/** Runs in a transaction that is undone: other suites share the table. */
async function undone(body: (ctx: QueryCtx, db: Tx) => Promise<void>): Promise<void> {
  const ctx = systemCtx("test");
  const unit = ctx.begin("test");
  try {
    await body({ ...ctx, unit }, (await unit.db()) as Tx);
  } finally {
    await unit.rollback(new Error("undone on purpose"));
  }
}

describe("seedCatalogue", () => {
  beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
  afterAll(disconnectDatabase);

  it("stores every shipped fact, and reads back the same", () =>
    undone(async (ctx) => {
      const stored = new Map((await readSharedModels(ctx)).map((model) => [model.label, model]));
      for (const model of shippedCatalogue) expect(stored.get(model.label)).toEqual(model);
    }));

  it("changes nothing the second time, and writes down that it ran", async () => {
    const ctx = systemCtx("test");
    const summary = await seedCatalogue.execute(ctx, {});
    expect(summary).toEqual({ inserted: 0, updated: 0, unchanged: shippedCatalogue.length, kept: 0 });
    await undone(async (_, db) => {
      const entries = await db.auditLog.findMany({ where: { requestId: ctx.requestId } });
      expect(entries).toMatchObject([{ useCase: "machines.catalogue.seed", entity: "miner_models", after: summary }]);
    });
  });

  it("corrects its own rows, brings back lost ones, and keeps what an operator edited", () =>
    undone(async (ctx, db) => {
      const [corrected, lost, edited] = shippedCatalogue.map((model) => model.id);
      await db.minerModel.update({ where: { id: corrected ?? "" }, data: { releaseYear: 2010 } });
      await db.minerModel.delete({ where: { id: lost ?? "" } });
      await db.minerModel.update({ where: { id: edited ?? "" }, data: { releaseYear: 2011, source: "operator" } });

      const summary = await seedCatalogue.execute(ctx, {});

      expect(summary).toEqual({ inserted: 1, updated: 1, unchanged: shippedCatalogue.length - 3, kept: 1 });
      const year = async (id = "") => (await db.minerModel.findUniqueOrThrow({ where: { id } })).releaseYear;
      expect(await year(corrected)).toBe(shippedCatalogue[0]?.release_year);
      expect(await year(lost)).toBe(shippedCatalogue[1]?.release_year);
      expect(await year(edited)).toBe(2011);
    }));

  it("may run twice at once", async () => {
    const runs = await Promise.all([1, 2, 3].map(() => seedCatalogue.execute(systemCtx("test"), {})));
    for (const run of runs) expect(run.unchanged).toBe(shippedCatalogue.length);
  });

  it("is not for visitors", async () => {
    await expect(seedCatalogue.execute(visitorCtx(), {})).rejects.toThrow(AppError);
  });

  it.each([
    ["an efficiency that is not power by hashrate", { efficiency: 1 }],
    ["a hashrate of nothing", { hashrateTh: 0 }],
    ["a cooling that nobody knows", { cooling: "magic" }],
    ["a status that nobody knows", { status: "maybe" }],
  ])("the table refuses %s", (_, wrong) =>
    undone(async (_, db) => {
      const row = { ...ROW, ...wrong };
      await expect(db.minerModel.create({ data: row })).rejects.toThrow(/check|constraint/i);
    }),
  );
});

const ROW = {
  id: "test-machine-100t",
  modelName: "Test machine",
  manufacturer: "Nobody",
  hashrateTh: 100,
  powerW: 2000,
  efficiency: 20,
  releaseYear: 2020,
  cooling: "air",
  source: "published",
  sourceCount: 2,
  confidence: "probable",
  status: "shipped",
};
