import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { contracts } from "@/app/contracts";
import { Problem } from "@/lib/transport/openapi";

type Sample = { query?: string; body?: unknown };
type Bad = Sample & { status: number; code: string; path?: string };

const MARKET = {
  btc_price: 95_000,
  difficulty: 1.25e14,
  network_hashrate_ehs: 900,
  block_height: 930_000,
  fees_sats_per_block: 5_000_000,
};
const MACHINE = { hashrate_th: 200, power_w: 3500, electricity_cost: 0.06 };
const timeframe = { query: "timeframe=8d", status: 422, code: "validation", path: "timeframe" };
const unknown = { query: "nonsense=1", status: 422, code: "validation", path: "nonsense" };

/** For each endpoint an input that is answered, and what must be refused with which field named. */
const SAMPLES: Record<string, { good: Sample[]; bad: Bad[] }> = {
  "POST /api/calculate": {
    good: [
      { body: { ...MACHINE, market: MARKET } },
      {
        body: {
          miner_model: "antminer s21",
          electricity_cost: -0.01,
          machine_price_usd: 3000,
          algorithm: "advanced",
          paths: 50,
        },
      },
    ],
    bad: [
      { body: "{", status: 400, code: "bad_request" },
      { body: [], status: 400, code: "bad_request" },
      { body: { ...MACHINE, foo: 1 }, status: 422, code: "validation", path: "foo" },
      { body: { ...MACHINE, electricity_cost: 11 }, status: 422, code: "validation", path: "electricity_cost" },
      { body: { ...MACHINE, quantity: 1.5 }, status: 422, code: "validation", path: "quantity" },
      {
        body: { ...MACHINE, market: { ...MARKET, difficulty: 0 } },
        status: 422,
        code: "validation",
        path: "market.difficulty",
      },
      { body: { ...MACHINE, start_date: "2026-02-30" }, status: 422, code: "validation", path: "start_date" },
      {
        body: { miner_model: "Antminer S99", electricity_cost: 0.05 },
        status: 422,
        code: "validation",
        path: "miner_model",
      },
      { body: { electricity_cost: 0.05 }, status: 422, code: "validation", path: "miner_model" },
    ],
  },
  "POST /api/batch-calculate": {
    good: [
      { body: { rows: [MACHINE, { miner_model: "s21 pro" }], defaults: { electricity_cost: 0.05 }, market: MARKET } },
      { body: { rows: [{ ...MACHINE, label: "Hall 1" }, { quantity: 1.5 }] } },
    ],
    bad: [
      { body: "{", status: 400, code: "bad_request" },
      { body: { rows: [] }, status: 422, code: "validation", path: "rows" },
      { body: { rows: [MACHINE], defaults: { foo: 1 } }, status: 422, code: "validation", path: "defaults.foo" },
      { body: { rows: Array(101).fill(MACHINE), market: MARKET }, status: 401, code: "unauthenticated" },
    ],
  },
  "GET /batch/template": {
    good: [{}, { query: "format=xlsx&lang=zh" }],
    bad: [{ query: "format=pdf", status: 422, code: "validation", path: "format" }, unknown],
  },
  "GET /api/miners/models": {
    good: [
      {},
      { query: "search=s21%20pro&limit=5" },
      { query: "search=%25_" },
      { query: "cooling=hydro&manufacturer=Bitmain" },
    ],
    bad: [
      { query: "limit=0", status: 422, code: "validation", path: "limit" },
      { query: "cooling=water", status: 422, code: "validation", path: "cooling" },
      { query: "limit=1&limit=2", status: 400, code: "bad_request" },
    ],
  },
  "GET /api/btc-price": { good: [{}], bad: [unknown] },
  "GET /api/network-stats": { good: [{}], bad: [unknown] },
  "GET /api/network-data": { good: [{}], bad: [unknown] },
  "GET /api/market-data": { good: [{}], bad: [unknown] },
  "GET /api/hashrate-analysis": { good: [{}], bad: [unknown] },
  "GET /api/technical-indicators": {
    good: [{}, { query: "timeframe=1y" }, { query: "series=hashprice&from=2026-01-01" }],
    bad: [timeframe, { query: "series=gold", status: 422, code: "validation", path: "series" }],
  },
  "GET /api/price-trend": { good: [{ query: "timeframe=7d" }, { query: "timeframe=all" }], bad: [timeframe] },
  "GET /api/difficulty-trend": { good: [{ query: "timeframe=30d" }], bad: [timeframe] },
  "GET /api/plain/btc-price": { good: [{}], bad: [unknown] },
  "GET /api/plain/hashprice": { good: [{}], bad: [unknown] },
  "GET /api/plain/difficulty": { good: [{}], bad: [unknown] },
  // Without the network nobody has said it yet, and a made-up number is worse than none.
  "GET /api/plain/next-difficulty-change": { good: [], bad: [{ status: 503, code: "unavailable" }] },
  "GET /api/plain/break-even": {
    good: [{ query: "efficiency=17.5" }],
    bad: [
      { status: 422, code: "validation", path: "efficiency" },
      { query: "efficiency=0", status: 422, code: "validation", path: "efficiency" },
    ],
  },
  "GET /api/plans": { good: [{}], bad: [unknown] },
  "GET /api/health": { good: [{}], bad: [] },
  "GET /health": { good: [{}], bad: [] },
  "GET /ready": { good: [{}], bad: [] },
  "GET /alive": { good: [{}], bad: [] },
};

function call(request: APIRequestContext, method: string, path: string, { query, body }: Sample): Promise<APIResponse> {
  const data = typeof body === "string" ? body : JSON.stringify(body);
  return request.fetch(query ? `${path}?${query}` : path, {
    method,
    ...(body === undefined ? {} : { data, headers: { "content-type": "application/json" } }),
  });
}

/** Of accounts there are suites of their own: who may ask, what is refused, what stays as it is (e2e/security). */
const OF_ACCOUNTS = /^\/(api\/auth|api\/invitations|verify-email)\//;
const open = contracts.filter(({ permission, path }) => permission === "public" && !OF_ACCOUNTS.test(path));

test("every open endpoint has its samples here", () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(open.map(({ method, path }) => `${method} ${path}`).sort());
});

const METHODS = ["DELETE", "PATCH", "PUT", "POST", "GET"] as const;
/** A method that none of the contracts of a path takes. */
const strangeTo = (asked: string): string =>
  METHODS.find((method) => !contracts.some((known) => known.path === asked && known.method === method)) ?? "PROPFIND";

/** A sample in the name of its test. */
const shown = (sample: object): string => {
  const text = JSON.stringify(sample);
  return text.length > 400 ? `${text.slice(0, 300)}… ${text.slice(-60)}` : text;
};

for (const contract of contracts) {
  const samples = SAMPLES[`${contract.method} ${contract.path}`] ?? { good: [], bad: [] };
  test.describe(`${contract.method} ${contract.path}`, () => {
    for (const sample of samples.good) {
      test(`answers ${shown(sample)} in its shape and nothing beside it`, async ({ request }) => {
        const response = await call(request, contract.method, contract.path, sample);
        expect(response.status(), await response.text()).toBe(contract.status);
        expect(response.headers()["x-request-id"]).toBeTruthy();
        if (contract.produces === "application/octet-stream") {
          expect(response.headers()["content-disposition"]).toContain("attachment");
          return;
        }
        if (contract.produces === "text/plain") {
          expect(response.headers()["content-type"]).toContain("text/plain");
          expect(await response.text()).toMatch(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/);
          return;
        }
        const answer = await response.json();
        // Parsing drops what the contract doesn't name: a field too many shows as a difference.
        expect(contract.output.parse(answer)).toEqual(answer);
      });
    }

    for (const bad of samples.bad) {
      test(`refuses ${shown(bad)}`, async ({ request }) => {
        const response = await call(request, contract.method, contract.path, bad);
        expect(response.status(), await response.text()).toBe(bad.status);
        expect(response.headers()["content-type"]).toContain("application/problem+json");
        const problem = Problem.parse(await response.json());
        expect(problem).toMatchObject({ status: bad.status, code: bad.code });
        if (bad.path !== undefined) expect(problem.errors?.map(({ path }) => path)).toContain(bad.path);
      });
    }

    test("knows no other method", async ({ request }) => {
      const response = await request.fetch(contract.path, { method: strangeTo(contract.path) });
      expect(response.status()).toBe(405);
      expect(response.headers().allow?.split(", ")).toContain(contract.method);
      expect(Problem.parse(await response.json())).toMatchObject({ status: 405, code: "method_not_allowed" });
    });
  });
}

test("what isn't there says so as a problem, to every method", async ({ request }) => {
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    const response = await request.fetch("/api/nothing/here", { method });
    expect(response.status()).toBe(404);
    expect(Problem.parse(await response.json())).toMatchObject({ code: "not_found" });
  }
});

test("the OpenAPI document is served and is that of the contracts", async ({ request }) => {
  const document = await (await request.get("/api/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  const served = Object.entries(document.paths as Record<string, object>).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(served.sort()).toEqual(contracts.map(({ method, path }) => `${method} ${path}`).sort());
});

test("the reference page and everything it loads come from here", async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on(
    "request",
    (asked) =>
      !asked.url().startsWith(baseURL ?? "") && !asked.url().startsWith("data:") && elsewhere.push(asked.url()),
  );
  await page.goto("/api/docs");
  await expect(page.getByText("Does a machine pay, when, and how sure is that").first()).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test("a calculation is the same twice, and the one of the worked figures", async ({ request }) => {
  const body = {
    ...MACHINE,
    pool_fee_pct: 2,
    uptime_pct: 97,
    market: MARKET,
    algorithm: "advanced",
    machine_price_usd: 3000,
    seed: 7,
  };
  const once = await (await call(request, "POST", "/api/calculate", { body })).json();
  const twice = await (await call(request, "POST", "/api/calculate", { body })).json();
  expect(twice).toEqual(once);
  expect(once.daily_revenue).toBeCloseTo(9.22866771, 8);
  expect(once.daily_cost).toBeCloseTo(4.8888, 10);
  expect(once.daily_profit).toBeCloseTo(4.33986771, 8);
});
