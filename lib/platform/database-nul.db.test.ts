import { afterAll, expect, it } from "vitest";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { systemCtx } from "@/lib/transport/ctx";
import { databaseFault } from "./database-fault";
import { disconnectDatabase, pool, tx } from "./db";

afterAll(disconnectDatabase);

const faultOf = (work: Promise<unknown>) => work.then(() => undefined, databaseFault);

it("a text with NUL is the sender's fault, whoever asks for it", async () => {
  const wanted = { name: "AppError", code: "validation" };
  expect(
    await faultOf(
      inOwnUnit(systemCtx("test"), "nul", async (ctx) =>
        (await tx(ctx)).minerModel.findUnique({ where: { id: "a\0b" } }),
      ),
    ),
  ).toMatchObject(wanted);
  expect(
    await faultOf(
      inOwnUnit(systemCtx("test"), "nul", async (ctx) => (await tx(ctx)).$queryRaw`select ${"a\0b"}::text`),
    ),
  ).toMatchObject(wanted);
  expect(await faultOf(pool().query("select $1::text", ["a\0b"]))).toMatchObject(wanted);
});
