import { afterEach, describe, expect, it } from "vitest";
import { knownMigrations } from "@/scripts/postgres/migrate";
import { getAlive, getHealth, getHealthDetails, getReady } from "./health";
import { healthContract } from "./health-contract";
import { serve } from "./serve";

const ask = async (door: (request: Request) => Promise<Response>) => {
  const response = await door(new Request("http://localhost/probe?cache=no"));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

afterEach(() => {
  globalThis.hashinsightDraining = undefined;
  globalThis.hashinsightMigrations = undefined;
});

describe("health", () => {
  it("says which version runs and for how long, and that it lives", async () => {
    expect(await ask(serve(healthContract.health, getHealth))).toMatchObject({
      status: 200,
      body: { status: "ok", version: expect.stringMatching(/^\d+\.\d+\.\d+/), uptime_s: expect.any(Number) },
    });
    expect((await ask(serve(healthContract.alive, getAlive))).body).toEqual({ status: "alive" });
  });

  const ready = serve(healthContract.ready, getReady);

  it("is not ready while it drains", async () => {
    globalThis.hashinsightDraining = true;
    expect(await ask(ready)).toMatchObject({
      status: 503,
      body: { code: "unavailable", detail: "Not ready: this process is stopping." },
    });
  });

  it("is not ready on a database that lacks a migration of this build", async () => {
    globalThis.hashinsightMigrations = ["29990101000000_future"];
    expect((await ask(ready)).body.detail).toContain("lacks the migration 29990101000000_future");
  });

  it("is ready when the database answers and has all of them", async () => {
    globalThis.hashinsightMigrations = knownMigrations().map(({ name }) => name);
    expect(await ask(ready)).toMatchObject({
      status: 200,
      body: { status: "ready", checks: { migrations: { applied: knownMigrations().length } } },
    });
  });
});

describe("health in detail", () => {
  const details = serve(healthContract.details, getHealthDetails, {
    statusOf: ({ status }) => (status === "down" ? 503 : 200),
  });

  it("tells counts and times, without a login", async () => {
    globalThis.hashinsightMigrations = knownMigrations().map(({ name }) => name);
    const { status, body } = await ask(details);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      checks: {
        database: { response_time_ms: expect.any(Number) },
        outbox: { backlog: expect.any(Number) },
        kafka_consumer: { total_lag: expect.any(Number) },
        dlq: { count: expect.any(Number) },
      },
    });
  });
});
