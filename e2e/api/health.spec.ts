import { expect, test } from "@playwright/test";

test("the health doors answer in their shapes, also to probes with a query of their own", async ({ request }) => {
  const health = await request.get("/health?t=1");
  expect(health.status()).toBe(200);
  expect(health.headers()["cache-control"]).toBe("no-store");
  expect(await health.json()).toEqual({ status: "ok", version: expect.any(String), uptime_s: expect.any(Number) });
  expect(await (await request.get("/alive")).json()).toEqual({ status: "alive" });
  expect(await (await request.get("/ready")).json()).toEqual({
    status: "ready",
    checks: { database: { response_time_ms: expect.any(Number) }, migrations: { applied: expect.any(Number) } },
  });
});

test("a bench's bare route isn't there in a running product", async ({ request }) => {
  expect((await request.post("/api/bench", { data: {} })).status()).toBe(404);
});
