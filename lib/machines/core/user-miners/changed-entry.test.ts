import { expect, it } from "vitest";
import { changedEntry } from "./changed-entry";

const before = {
  id: "0190c0de-0000-7000-8000-000000000000",
  version: 3,
  miner_model_id: "antminer-s21-200t",
  miner_model: "Antminer S21 200T",
  quantity: 10,
  hashrate_th: 200,
  power_w: 3500,
  electricity_cost: 0.05,
  label: "Row 1",
  site: "North",
  purchased_at: "2026-01-31T00:00:00.000Z",
  cost_usd: 30_000,
  created_at: "2026-01-31T00:00:00.000Z",
  updated_at: "2026-01-31T00:00:00.000Z",
  retired_at: null,
};

it("leaves what isn't sent as it was", () => {
  const { miner_model_id, quantity, electricity_cost, label, site, purchased_at, cost_usd } = before;
  const facts = { miner_model_id, quantity, electricity_cost, label, site, purchased_at, cost_usd };
  expect(changedEntry(before, {}, undefined)).toEqual(facts);
  expect(changedEntry(before, { quantity: 4, site: undefined }, undefined)).toEqual({ ...facts, quantity: 4 });
});

it("takes away what is sent as null, and takes the model that was named", () => {
  const changed = changedEntry(before, { electricity_cost: null, cost_usd: null }, "antminer-s21-pro-234t");
  expect(changed).toMatchObject({
    electricity_cost: null,
    cost_usd: null,
    label: "Row 1",
    miner_model_id: "antminer-s21-pro-234t",
  });
});
