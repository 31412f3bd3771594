import { afterAll, describe, expect, it } from "vitest";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { systemCtx } from "@/lib/transport/ctx";
import { databaseFault } from "./database-fault";
import { disconnectDatabase, pool, type Tx, tx } from "./db";

afterAll(disconnectDatabase);

const faultOf = (work: Promise<unknown>) => work.then(() => undefined, databaseFault);
const within = (work: (db: Tx) => Promise<unknown>) =>
  faultOf(inOwnUnit(systemCtx("test"), "test.text", async (ctx) => work(await tx(ctx))));
const SENDERS = { name: "AppError", code: "validation" };

describe("a text that no database holds is the sender's fault, whoever asks for it", () => {
  it("NUL", async () => {
    expect(await within((db) => db.minerModel.findUnique({ where: { id: "a\0b" } }))).toMatchObject(SENDERS);
    expect(await within((db) => db.$queryRaw`select ${"a\0b"}::text`)).toMatchObject(SENDERS);
    expect(await faultOf(pool().query("select $1::text", ["a\0b"]))).toMatchObject(SENDERS);
  });

  it.each(["\0", "\ud800", "\udc00x"])("%j in JSON", async (text) => {
    const json = { text };
    const entry = {
      actorKind: "system",
      actorId: "t",
      requestId: "r1",
      useCase: "test",
      entity: "test",
      entityId: "1",
      after: json,
    };
    expect(await within((db) => db.auditLog.create({ data: entry }))).toMatchObject(SENDERS);
    expect(await within((db) => db.$queryRaw`select ${json}::jsonb`)).toMatchObject(SENDERS);
    expect(await faultOf(pool().query("select $1::jsonb", [JSON.stringify(json)]))).toMatchObject(SENDERS);
  });
});
