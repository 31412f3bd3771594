import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { tx } from "@/lib/platform/db";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import { openTelemetry } from "@/lib/platform/tracing/open-telemetry";
import { effectsOf, newGroup, newKey, note, prepareGround, recorder, until } from "@/lib/testing/events/ground";
import { otlpReceiver } from "@/lib/testing/otlp-receiver";
import { ownDatabase } from "@/lib/testing/own-database";
import { subscriberOf } from "./consumer-runner";
import { serve } from "./serve";

const drop = await ownDatabase();
await prepareGround();
const collector = await otlpReceiver();
const tracing = openTelemetry({ endpoint: collector.endpoint, service: "test" });
globalThis.hashinsightTracing = tracing;
afterAll(async () => {
  globalThis.hashinsightTracing = undefined;
  await collector.close();
  await drop();
});

const Which = z.strictObject({ which: z.enum(["well", "refused", "broken"]) });
const looked = contract("GET /api/test/looked", {
  summary: "",
  permission: "public",
  input: Which,
  output: z.object({}),
});
const look = query({
  ...looked,
  name: "test.look",
  async run(ctx, { which }) {
    await (await tx(ctx)).$queryRaw`select 1`;
    if (which === "refused") throw new AppError("conflict", "Not now.");
    if (which === "broken") throw new Error("broke on password=hunter2hunter2");
    return {};
  },
});

it("spans of a request, its use case's transaction, and an event's consumer arrive, and find one another", async () => {
  const door = serve(looked, look);
  const ids: string[] = [];
  for (const which of ["well", "refused", "broken"])
    ids.push(
      (await door(new Request(`http://localhost/api/test/looked?which=${which}`))).headers.get("x-request-id") ?? "",
    );
  const [group, key] = [newGroup(), newKey()];
  const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", retryMs: 50 });
  await bus.start([subscriberOf(recorder(group))]);
  await note(key);
  await until(
    () => effectsOf(group, [key]),
    (effects) => effects.length === 1,
  );
  await bus.stop();
  await tracing.stop();

  const { spans } = collector;
  const of = (requestId: string | undefined) => spans.filter(({ attributes }) => attributes.request_id === requestId);
  const [transaction, useCase] = of(ids[0]);
  expect(useCase).toMatchObject({
    ...{ service: "test", name: "test.look", isFault: false },
    attributes: { route: "/api/test/looked" },
  });
  expect(transaction).toMatchObject({ name: "transaction", attributes: { use_case: "test.look" } });
  expect(transaction).toMatchObject({ traceId: useCase?.traceId, parentSpanId: useCase?.spanId });
  expect(of(ids[1]).map(({ isFault, attributes }) => [isFault, attributes.refusal])).toEqual([
    [false, "conflict"],
    [false, "conflict"],
  ]);
  expect(of(ids[2]).map(({ isFault }) => isFault)).toEqual([true, true]);
  expect(JSON.stringify(spans)).not.toContain("hunter2");

  const consumed = spans.find(({ name }) => name === `consume ${group}`);
  const told = String(consumed?.attributes.event_id);
  expect(told).toMatch(/^[0-9a-f-]{36}$/);
  expect(spans.filter(({ attributes }) => String(attributes.event_ids).includes(told))).toMatchObject([
    { name: "transaction" },
  ]);
});
