import { afterAll, describe, expect, it } from "vitest";
import { databaseFault } from "./database-fault";
import { disconnectDatabase, pool, prisma } from "./db";

afterAll(disconnectDatabase);

const faultOf = (work: Promise<unknown>) => work.then(() => undefined, databaseFault);
const SENDERS = { name: "AppError", code: "validation" };

describe("a text that no database holds is the sender's fault, whoever asks for it", () => {
  it("NUL", async () => {
    expect(await faultOf(prisma().minerModel.findUnique({ where: { id: "a\0b" } }))).toMatchObject(SENDERS);
    expect(await faultOf(prisma().$queryRaw`select ${"a\0b"}::text`)).toMatchObject(SENDERS);
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
    expect(await faultOf(prisma().auditLog.create({ data: entry }))).toMatchObject(SENDERS);
    expect(await faultOf(prisma().$queryRaw`select ${json}::jsonb`)).toMatchObject(SENDERS);
    expect(await faultOf(pool().query("select $1::jsonb", [JSON.stringify(json)]))).toMatchObject(SENDERS);
  });
});
