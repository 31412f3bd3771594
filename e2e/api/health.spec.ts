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

test("the figures are there for this machine, and not through a proxy on it", async ({ request }) => {
  const figures = await request.get("/metrics");
  expect(figures.status()).toBe(200);
  expect(figures.headers()["content-type"]).toContain("text/plain; version=0.0.4");
  const lines = await figures.text();
  expect(lines).toContain("hashinsight_database_up 1");
  expect(lines).toMatch(/^hashinsight_request_duration_seconds_count\{door="rest",method="GET",route="\/health"/m);
  const passedOn = await request.get("/metrics", { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(passedOn.status()).toBe(404);
});

test("a bench's bare route isn't there in a running product", async ({ request }) => {
  expect((await request.post("/api/bench", { data: {} })).status()).toBe(404);
});
