import { Pool } from "pg";
import { afterAll, expect, it } from "vitest";
import { talkingServer } from "@/lib/testing/talking-server";
import { getHealthDetails } from "./health";
import { healthContract } from "./health-contract";
import { serve } from "./serve";

const silent = await talkingServer("");
const pool = new Pool({ host: "127.0.0.1", port: silent.port, user: "x", connectionTimeoutMillis: 30_000, max: 10 });
globalThis.hashinsightDatabase = pool;
pool.on("error", () => undefined);
afterAll(async () => {
  globalThis.hashinsightDatabase = undefined;
  await silent.close();
});

it("answers within two and a half seconds on a database that hangs, and many who ask cost one look", async () => {
  const door = serve(healthContract.details, getHealthDetails, {
    statusOf: ({ status }) => (status === "down" ? 503 : 200),
  });
  const started = performance.now();
  const answers = await Promise.all([1, 2, 3, 4].map(() => door(new Request("http://localhost/api/health"))));
  expect(performance.now() - started).toBeLessThan(2_500);
  for (const answer of answers) {
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      status: "down",
      reasons: ["database_unreachable"],
      checks: { database: { response_time_ms: null }, outbox: { backlog: null }, dlq: { count: null } },
    });
  }
  // The ping, the migrations, the events and their lag: one connection each, however many ask.
  expect(pool.totalCount).toBe(4);
});
