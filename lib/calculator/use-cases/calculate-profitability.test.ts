import { expect, test } from "vitest";
import { EXAMPLE_INPUT, EXAMPLE_MARKET, exampleCalculation } from "@/lib/testing/calculation";
import { visitorCtx } from "@/lib/transport/ctx";
import { serve } from "@/lib/transport/serve";
import { calculatorContract } from "../contract";
import { calculate } from "../core/calculate";
import { calculateProfitability } from "./calculate-profitability";

const market = { ...EXAMPLE_MARKET, network_hashrate_ehs: 900 };
const post = serve(calculatorContract.calculate, calculateProfitability);
const ask = (body: unknown) =>
  post(
    new Request("http://localhost/api/calculate", {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );

// No DATABASE_URL is set here: whoever asked for the database would fail.
test("a complete market and a machine in numbers need no database, and give what the pure function gives", async () => {
  const output = await calculateProfitability.execute(visitorCtx(), { ...EXAMPLE_INPUT, market });
  const { input, facts } = exampleCalculation({}, market);
  expect(output).toEqual(calculate(input, facts));
  expect(output.daily_profit).toBeCloseTo(4.33986771, 8);
});

test("many paths go through a thread and give the same", async () => {
  const body = { ...EXAMPLE_INPUT, machine_price_usd: 2000, horizon_months: 3, algorithm: "advanced", paths: 2001 };
  const output = await calculateProfitability.execute(visitorCtx(), { ...body, market });
  const { input, facts } = exampleCalculation(body, market);
  expect(output).toEqual(calculate(input, facts));
});

test("today is the default start", async () => {
  const { start_date: _, ...input } = EXAMPLE_INPUT;
  const ctx = { ...visitorCtx(), now: () => new Date("2027-05-06T23:59:59Z") };
  const output = await calculateProfitability.execute(ctx, { ...input, market });
  expect(output.assumptions).toMatchObject({ start_date: "2027-05-06" });
  expect(output.assumptions.defaulted).toContain("start_date");
});

test("POST /api/calculate answers in numbers that are not rounded", async () => {
  const response = await ask({ ...EXAMPLE_INPUT, market });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ daily_revenue: 9.228667706251144, roi_reason: "no_machine_price" });
});

test.each([
  ["no JSON", "{", 400],
  ["no object", [1], 400],
  ["an empty object", {}, 422],
  ["an unknown field", { ...EXAMPLE_INPUT, market, colour: "gold" }, 422],
  ["a number out of range", { ...EXAMPLE_INPUT, market, horizon_months: 1200 }, 422],
  ["a number beyond all ranges", '{"hashrate_th":1e999,"power_w":1,"electricity_cost":1}', 422],
  ["more than a megabyte", JSON.stringify({ miner_model: "x".repeat(1_100_000) }), 413],
])("%s is refused", async (_, body, status) => {
  const response = await ask(body);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain("application/problem+json");
});

test("each wrong field has one message, by its path", async () => {
  const response = await ask({ electricity_cost: 11, uptime_pct: -1, market: { difficulty: 0 }, size: 1 });
  const { code, errors } = (await response.json()) as { code: string; errors: { path: string; message: string }[] };
  expect(code).toBe("validation");
  expect(errors.map(({ path }) => path).toSorted()).toEqual([
    "electricity_cost",
    "market.difficulty",
    "miner_model",
    "size",
    "uptime_pct",
  ]);
});
