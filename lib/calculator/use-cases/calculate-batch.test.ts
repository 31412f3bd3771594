import { expect, test } from "vitest";
import { POST } from "@/app/api/batch-calculate/route";
import { EXAMPLE_INPUT, EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { BatchCalculateOutput } from "../schemas";

const market = { ...EXAMPLE_MARKET, network_hashrate_ehs: 900 };
const { start_date: _, ...MACHINE } = EXAMPLE_INPUT;
const ask = async (body: unknown) => {
  const response = await POST(
    new Request("http://localhost/api/batch-calculate", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  return { status: response.status, body: await response.json() };
};

// No DATABASE_URL is set here: whoever asked for the database would fail.
test("machines in numbers at a complete market need no database", async () => {
  const { status, body } = await ask({ rows: [{ ...MACHINE, label: "Hall 1" }, { power_w: 1 }], market });
  expect(status).toBe(200);
  const output = BatchCalculateOutput.strict().parse(body);
  expect(output.results).toMatchObject([
    { row: 0, label: "Hall 1", ok: true, daily_revenue: 9.228667706251144 },
    { row: 1, label: null, ok: false },
  ]);
  expect(output.results[1]).toMatchObject({
    errors: expect.arrayContaining([
      { path: "hashrate_th", code: "custom", message: "Give hashrate_th too, or name the machine in miner_model." },
    ]),
  });
  expect(output.totals.daily_profit).toBeCloseTo(4.33986771, 8);
  expect(output.market.btc_price.state).toBe("manual");
});

test.each([
  ["no JSON", "{", 400, "bad_request"],
  ["a list", [MACHINE], 400, "bad_request"],
  ["no rows", { market }, 422, "validation"],
  ["an empty list of rows", { rows: [], market }, 422, "validation"],
  ["rows that are none", { rows: { 0: MACHINE }, market }, 422, "validation"],
  ["an unknown field", { rows: [MACHINE], market, colour: "gold" }, 422, "validation"],
  ["defaults that are wrong", { rows: [MACHINE], market, defaults: { uptime_pct: 101 } }, 422, "validation"],
  ["a market that is wrong", { rows: [MACHINE], market: { difficulty: 0 } }, 422, "validation"],
  ["a visitor's 101 rows", { rows: Array(101).fill(MACHINE), market }, 401, "unauthenticated"],
  ["a visitor's megabyte", { rows: [{ ...MACHINE, label: "x".repeat(1_000_000) }], market }, 401, "unauthenticated"],
])("%s is refused", async (_, sent, status, code) => {
  const { body, ...answer } = await ask(sent);
  expect([answer.status, body.code]).toEqual([status, code]);
});

test("what is wrong beside the rows is named by its path", async () => {
  const { body } = await ask({ rows: [MACHINE], defaults: { uptime_pct: 101, size: 1 }, market: { btc_price: "x" } });
  expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
    "defaults.size",
    "defaults.uptime_pct",
    "market.btc_price",
  ]);
});
