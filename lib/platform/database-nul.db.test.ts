import { afterAll, expect, it } from "vitest";
import { databaseFault } from "./database-fault";
import { disconnectDatabase, pool, prisma } from "./db";

afterAll(disconnectDatabase);

const faultOf = (work: Promise<unknown>) => work.then(() => undefined, databaseFault);

it("a text with NUL is the sender's fault, whoever asks for it", async () => {
  const wanted = { name: "AppError", code: "validation" };
  expect(await faultOf(prisma().minerModel.findUnique({ where: { id: "a\0b" } }))).toMatchObject(wanted);
  expect(await faultOf(prisma().$queryRaw`select ${"a\0b"}::text`)).toMatchObject(wanted);
  expect(await faultOf(pool().query("select $1::text", ["a\0b"]))).toMatchObject(wanted);
});
