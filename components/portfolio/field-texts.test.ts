import { expect, it } from "vitest";
import { differing, fieldTexts } from "./field-texts";

const MACHINES = {
  ...{ id: "5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11", version: 3, miner_model_id: "s21", miner_model: "S21", quantity: 7 },
  ...{ hashrate_th: 200, power_w: 3500, electricity_cost: 0.055, label: null, site: "North", cost_usd: 0 },
  ...{ purchased_at: "2026-01-31T00:00:00.000Z", created_at: "", updated_at: "", retired_at: null },
};
const inCents = (usd: number) => String(usd * 100);

it("says what stands in the fields, and of what isn't known nothing", () => {
  expect(fieldTexts(MACHINES, inCents)).toEqual({
    ...{ miner_model_id: "s21", quantity: "7", electricity_cost: "5.5", site: "North", label: "" },
    ...{ purchased_at: "2026-01-31", cost_usd: "0" },
  });
  expect(fieldTexts(undefined, inCents)).toMatchObject({ miner_model_id: "", quantity: "1", electricity_cost: "" });
});

it("tells what is typed from what stood there", () => {
  const before = fieldTexts(MACHINES, inCents);
  expect(differing({ ...before, quantity: "12", site: "" }, before)).toEqual(["quantity", "site"]);
  expect(differing({ label: "" }, before)).toEqual([]);
});
