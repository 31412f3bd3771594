import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/calculate/route";
import { seedCatalogue } from "@/lib/machines/index";
import { disconnectDatabase } from "@/lib/platform/db";
import { EXAMPLE_MARKET } from "@/lib/testing/calculation";
import { systemCtx } from "@/lib/transport/ctx";
import { CalculateOutput } from "../schemas";

const ask = async (body: object) => {
  const response = await POST(
    new Request("http://localhost/api/calculate", { method: "POST", body: JSON.stringify(body) }),
  );
  return { status: response.status, body: await response.json() };
};

beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(disconnectDatabase);

test("a machine by its name, at the stored market, says where every figure comes from", async () => {
  const { status, body } = await ask({ miner_model: "s21 pro", electricity_cost: 0.05 });
  expect(status).toBe(200);
  const output = CalculateOutput.strict().parse(body);
  expect(output.assumptions.machine).toMatchObject({ label: "Antminer S21 Pro 234T", source: "catalogue" });
  expect(output.market.btc_price.value).toBeGreaterThan(0);
  expect(output.market.btc_price.state).not.toBe("manual");
  expect(output.algorithms.network_share.daily_revenue_sats).toBeGreaterThan(0);
});

test("given numbers win over the model's", async () => {
  const { body } = await ask({
    miner_model: "Antminer S21 200T",
    power_w: 3000,
    electricity_cost: 0.05,
    market: EXAMPLE_MARKET,
  });
  expect(body.assumptions.machine).toMatchObject({ hashrate_th: 200, power_w: 3000, source: "input and catalogue" });
  expect(body.market.btc_price).toMatchObject({ value: 95_000, state: "manual" });
});

test("an unknown name is refused with what may have been meant", async () => {
  const { status, body } = await ask({ miner_model: "Antminer S21 Prro", electricity_cost: 0.05 });
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ path: "miner_model", code: "unknown_model" }]);
  expect(body.errors[0].message).toContain("Did you mean");
});

test("a name of one's own is a label where both numbers are given", async () => {
  const { body } = await ask({
    miner_model: "My rig",
    hashrate_th: 100,
    power_w: 3000,
    electricity_cost: 0.05,
    market: EXAMPLE_MARKET,
  });
  expect(body.assumptions.machine).toMatchObject({ label: "My rig", source: "input" });
});
