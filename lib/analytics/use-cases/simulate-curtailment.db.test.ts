import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as READ } from "@/app/api/analytics/curtailment-simulation/prices/route";
import { POST } from "@/app/api/analytics/curtailment-simulation/route";
import { POST as ADD } from "@/app/api/user-miners/route";
import { seedCatalogue } from "@/lib/machines/index";
import { disconnectDatabase } from "@/lib/platform/db";
import { apiRequest, madeKey } from "@/lib/testing/api-calls";
import { testTenant } from "@/lib/testing/tenants";
import { systemCtx } from "@/lib/transport/ctx";
import { CurtailmentSimulation } from "../core/curtailment/simulation-schemas";

const DOOR = "POST /api/analytics/curtailment-simulation";
const BODY = {
  start: "2024-01-31T22:00:00Z",
  hours: [50, 300, 200, 20, 400].map((price_usd_per_mwh) => ({ price_usd_per_mwh })),
  machines: [{ id: "a", hashrate_th: 200, power_w: 4000, quantity: 2 }],
  hashprice_usd_per_ph_day: 48,
  pool_fee_pct: 0,
  min_off_hours: 0,
  restart_minutes: 0,
};
let [key, stranger] = ["", ""];
beforeAll(async () => {
  await seedCatalogue.execute(systemCtx("test"), {});
  const tenant = await testTenant();
  key = (await madeKey(tenant, { scopes: ["analytics:read", "machines:write"] })).key;
  stranger = (await madeKey(tenant, { scopes: ["machines:write"] })).key;
});
afterAll(disconnectDatabase);

const ask = async (body: object, by = key) => {
  const response = await POST(apiRequest(DOOR, { key: by, body }));
  return { status: response.status, body: await response.json() };
};

describe("over HTTP", () => {
  it("answers the plan, and a rule that knows January only", async () => {
    const { status, body } = await ask({ ...BODY, detail: "machines" });
    expect([status, body.detail]).toEqual([200, undefined]);
    const answer = CurtailmentSimulation.strict().parse(body);
    expect(answer.schedule.map(({ at, machines_on, active }) => [at, machines_on, active?.a])).toEqual([
      ["2024-01-31T22:00:00.000Z", 2, 2],
      ["2024-01-31T23:00:00.000Z", 0, 0],
      ["2024-02-01T00:00:00.000Z", 0, 0],
      ["2024-02-01T01:00:00.000Z", 2, 2],
      ["2024-02-01T02:00:00.000Z", 0, 0],
    ]);
    expect(answer.total_profit_usd).toBeCloseTo(2 * (0.2 + 0.32));
    expect(answer).toMatchObject({ status: "optimal", machines: 2, hashprice_source: "given" });
    expect(answer.stop_price?.fleet_usd_per_mwh).toBeCloseTo(100, 9);
    expect(answer.price_rule).toMatchObject({
      threshold_usd_per_mwh: 300,
      train: { to: "2024-01-31", rule_profit_usd: expect.closeTo(0.4) },
      test: { from: "2024-02-01", rule_profit_usd: expect.closeTo(2 * (0.32 - 0.4)) },
    });
  });

  it("takes one's own machines and today's hashprice where none are given, and a tariff with peaks", async () => {
    const { machines: _, hours: __, hashprice_usd_per_ph_day: ___, ...rest } = BODY;
    const tariff = { base_usd_per_mwh: 30, peak_usd_per_mwh: 900, peak_hours: [17, 18], hours: 48 };
    const none = await ask({ ...rest, tariff });
    expect([none.status, none.body.errors?.[0]?.path]).toEqual([422, "machines"]);
    await ADD(apiRequest("POST /api/user-miners", { key, body: { miner_model: "s21 200t", quantity: 3 } }));
    const { status, body } = await ask({ ...rest, start: "2024-06-03T00:00:00Z", tariff });
    expect(status).toBe(200);
    expect(body).toMatchObject({ machines: 3, price_rule: { threshold_usd_per_mwh: 900, test: null } });
    expect(body.hashprice_usd_per_ph_day).toBeGreaterThan(0);
    expect(body.schedule[17]).toMatchObject({ price_usd_per_mwh: 900, machines_on: 0 });
  });

  it("counts machines that are alike once, one's own by their model", async () => {
    const hours = Array.from({ length: 8_784 }, () => ({ price_usd_per_mwh: 50 }));
    const [alike] = BODY.machines;
    const machines = Array.from({ length: 600 }, (_, index) => ({ ...alike, id: String(index) }));
    const given = await ask({ ...BODY, hours, machines });
    expect([given.status, given.body.machines]).toEqual([200, 1_200]);
    const refused = await ask({ ...BODY, hours, machines, detail: "machines" });
    expect([refused.status, refused.body.errors?.[0]]).toMatchObject([
      422,
      { path: "machines", code: "too_many_cells" },
    ]);

    const { machines: _, ...own } = BODY;
    const tenant = await testTenant();
    const { key: keeper } = await madeKey(tenant, { scopes: ["analytics:read", "machines:read", "machines:write"] });
    const held = [3, 4].map((quantity) => ({ miner_model: "Antminer S21 200T", quantity }));
    for (const body of [...held, { miner_model: "Antminer S19 Pro 110T", quantity: 2 }])
      expect((await ADD(apiRequest("POST /api/user-miners", { key: keeper, body }))).status).toBe(201);
    const merged = await ask(own, keeper);
    const { body } = await ask({ ...own, detail: "machines" }, keeper);
    expect(Object.keys(body.schedule[0].active).sort()).toEqual(["Antminer S19 Pro 110T", "Antminer S21 200T"]);
    expect(body.schedule[0].active["Antminer S21 200T"]).toBe(7);
    expect([body.machines, merged.body.machines]).toEqual([9, 9]);
    expect(merged.body.total_profit_usd).toBeCloseTo(body.total_profit_usd, 9);
    for (const hour of body.schedule)
      expect(Object.values<number>(hour.active).reduce((sum, count) => sum + count, 0)).toBe(hour.machines_on);
  });

  it("keeps a limit by the solver, in its thread", async () => {
    const { body } = await ask({ ...BODY, min_mw: 0.004 });
    expect(body).toMatchObject({ status: "optimal", total_profit_usd: expect.closeTo(1.04 - 0.8 - 0.4 - 1.2) });
    expect(body.schedule.map(({ machines_on }: { machines_on: number }) => machines_on)).toEqual([2, 1, 1, 2, 1]);
    expect((await ask({ ...BODY, min_mw: 1 })).body).toMatchObject({ status: "infeasible", schedule: [] });
  });

  it("refuses who may not, and what it can't read", async () => {
    expect((await ask(BODY, stranger)).status).toBe(403);
    const two = await ask({ ...BODY, tariff: { base_usd_per_mwh: 1, peak_usd_per_mwh: 1, peak_hours: [], hours: 1 } });
    expect([two.status, two.body.errors[0].message]).toEqual([422, "Give either hours or a tariff."]);
    const odd = await ask({ ...BODY, start: "2024-01-31T22:30:00Z" });
    expect([odd.status, odd.body.errors[0].path]).toEqual([422, "start"]);
  });
});

describe("a file of prices", () => {
  const send = async (csv: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    form.set("file", new File([csv], "prices.csv"));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const url = "http://localhost/api/analytics/curtailment-simulation/prices";
    const response = await READ(new Request(url, { method: "POST", body: form, headers: { "x-api-key": key } }));
    return { status: response.status, body: await response.json() };
  };

  it("becomes the hours of a simulation", async () => {
    const csv = "hour_start_utc,da_price_usd_mwh\n2024-01-01T00:00:00Z,24.84\n2024-01-01T01:00:00Z,-20.64\n";
    const { status, body } = await send(csv);
    expect([status, body]).toEqual([
      200,
      { start: "2024-01-01T00:00:00.000Z", hours: [{ price_usd_per_mwh: 24.84 }, { price_usd_per_mwh: -20.64 }] },
    ]);
    expect((await ask({ ...BODY, ...body })).body).toMatchObject({ status: "optimal" });
  });

  it("may hold several years, of which one is simulated", async () => {
    const first = Date.parse("2024-01-01T00:00:00Z");
    const rows = Array.from({ length: 17_544 }, (_, hour) => `${new Date(first + hour * 3_600_000).toISOString()},30`);
    const { status, body } = await send(["hour_start_utc,da_price_usd_mwh", ...rows].join("\n"));
    expect([status, body.hours?.length]).toEqual([200, 17_544]);
  });

  it("says which cell is wrong", async () => {
    const { status, body } = await send("hour_start_utc,da_price_usd_mwh\n2024-01-01T00:00:00Z,dear\n");
    expect([status, body.errors[0].path]).toEqual([422, "rows.2.da_price_usd_mwh"]);
    expect((await send("hour_start_utc\n2024-01-01T00:00:00Z\n", { market: "real_time" })).body.errors).toHaveLength(4);
  });
});
