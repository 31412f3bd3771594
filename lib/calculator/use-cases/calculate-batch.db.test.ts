import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as single } from "@/app/api/calculate/route";
import { seedCatalogue } from "@/lib/machines/index";
import { addModel } from "@/lib/machines/use-cases/add-model";
import { disconnectDatabase } from "@/lib/platform/db";
import { EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { type TestTenant, testTenant } from "@/lib/testing/tenants";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { BatchCalculateOutput } from "../schemas";
import { calculateBatch } from "./calculate-batch";

let tenant: TestTenant;
beforeAll(async () => {
  await seedCatalogue.execute(systemCtx("test"), {});
  tenant = await testTenant();
});
afterAll(disconnectDatabase);

const singly = async (body: object) => {
  const response = await single(
    new Request("http://localhost/api/calculate", { method: "POST", body: JSON.stringify(body) }),
  );
  return response.json();
};

const ROWS = [
  { miner_model: "s21 pro", quantity: 3, label: "North" },
  { miner_model: "Antminer S21 200T", power_w: 3000, electricity_cost: 0.031 },
  { hashrate_th: 100, power_w: 3250, pool_method: "PPS+", pool_fee2_pct: 1 },
  { miner_model: "Whatsminer M60S", profiles: [{ hashrate_th: 150, power_w: 2500 }] },
  { miner_model: "Antminer S21 Prro" },
  { miner_model: "M66S", uptime_pct: 101 },
];

test.each([
  ["at the live market", undefined],
  ["at a given market", { ...EXAMPLE_MARKET, network_hashrate_ehs: 900 }],
  ["at one that is given in part", { btc_price: 71_000 }],
])("%s each row is what the single call answers", async (_, market) => {
  const defaults = { electricity_cost: 0.055, uptime_pct: 98.5 };
  const {
    results,
    totals,
    market: used,
  } = await calculateBatch.execute(visitorCtx(), { rows: ROWS, defaults, market });
  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, false, false]);
  let profit = 0;
  for (const [at, result] of results.entries()) {
    const { label, ...row } = ROWS[at] as { label?: string };
    const answer = await singly({ ...defaults, ...row, ...(market ? { market } : {}) });
    expect(result).toMatchObject({ row: at, label: label ?? null });
    if (!result.ok) {
      expect(result.errors).toEqual(answer.errors);
      continue;
    }
    const { row: _row, label: _label, ok: _ok, machine, quantity, electricity_cost, ...figures } = result;
    expect({ machine, quantity, electricity_cost }).toEqual({
      machine: answer.assumptions.machine,
      quantity: answer.assumptions.quantity,
      electricity_cost: answer.assumptions.electricity_cost,
    });
    expect(answer).toMatchObject(figures);
    expect(used).toEqual(answer.market);
    profit += result.daily_profit;
  }
  expect(totals).toMatchObject({ rows_ok: 4, rows_refused: 2, daily_profit: profit });
});

test("a company's own machine is found by its staff, and by nobody else", async () => {
  const facts = { manufacturer: "Ours", hashrate_th: 77, power_w: 1000, release_year: 2024, cooling: "air" };
  await addModel.execute(tenant.ctx("owner"), { ...facts, model_name: "Barn built", status: "shipped" });
  const input = { rows: [{ miner_model: "Barn built" }], defaults: { electricity_cost: 0.06 } };
  const { results } = await calculateBatch.execute(tenant.ctx("operator"), input);
  expect(results[0]).toMatchObject({ ok: true, machine: { hashrate_th: 77, source: "catalogue" } });
  for (const ctx of [tenant.ctx("client"), visitorCtx()])
    expect((await calculateBatch.execute(ctx, input)).results[0]).toMatchObject({
      ok: false,
      errors: [{ path: "miner_model", code: "unknown_model" }],
    });
});

test("ten thousand rows take somebody who is signed in", async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => ({ hashrate_th: 100 + at / 100, power_w: 3000 }));
  const input = {
    rows,
    defaults: { electricity_cost: 0.05 },
    market: { ...EXAMPLE_MARKET, network_hashrate_ehs: 900 },
  };
  await expect(calculateBatch.execute(visitorCtx(), { ...input, rows: rows.slice(0, 101) })).rejects.toMatchObject({
    code: "unauthenticated",
    message: expect.stringContaining("Sign in to send up to 10,000"),
  });
  expect((await calculateBatch.execute(visitorCtx(), { ...input, rows: rows.slice(0, 100) })).results).toHaveLength(
    100,
  );
  let turns = 0;
  const watch = setInterval(() => turns++, 1);
  const output = await calculateBatch.execute(tenant.ctx("guest"), input);
  clearInterval(watch);
  expect(output.results).toHaveLength(10_000);
  expect(BatchCalculateOutput.parse(output).totals.rows_ok).toBe(10_000);
  // Others had their turn in the meantime.
  expect(turns).toBeGreaterThan(3);
  await expect(calculateBatch.execute(tenant.ctx("guest"), { ...input, rows: [...rows, {}] })).rejects.toMatchObject({
    code: "validation",
    details: { errors: [{ path: "rows", message: "At most 10,000 rows at once: send them in parts." }] },
  });
});
