import { expect, it } from "vitest";
import type { PickerModel } from "@/lib/machines/schemas";
import { type HeatmapDraft, readHeatmap, writeHeatmap } from "./heatmap-draft";
import { heatmapRequest } from "./heatmap-request";

const S21 = { id: "antminer-s21-200t", name: "Antminer S21 200T", hashrate_th: 200, power_w: 3500 } as PickerModel;
const FIRST = readHeatmap(new URLSearchParams());
const asked = (more: Partial<HeatmapDraft>) => heatmapRequest({ ...FIRST, ...more }, S21);

it("asks for the calculator's machine and terms, and leaves the axes to the server", () => {
  const { request, problems } = asked({});
  expect(problems).toEqual([]);
  expect(request).toMatchObject({
    miner_model: S21.name,
    quantity: 10,
    electricity_cost: 0.06,
    machine_price_usd: 3_000,
    figure: "daily_profit",
    against: "difficulty",
  });
  expect(Object.keys(request ?? {})).not.toEqual(expect.arrayContaining(["algorithm"]));
  expect(request).not.toHaveProperty("price");
});

it("reads an axis in the form's units", () => {
  const axes = {
    price: { from: "50,000", to: "150,000", steps: "5" },
    difficulty: { from: "100", to: "200", steps: "" },
    electricity: { from: "2", to: "7.5", steps: "4" },
  };
  expect(asked({ axes }).request).toMatchObject({
    price: { from: 50_000, to: 150_000, steps: 5 },
    difficulty: { from: 1e14, to: 2e14 },
  });
  expect(asked({ axes, against: "electricity" }).request).toMatchObject({
    electricity: { from: 0.02, to: 0.075, steps: 4 },
  });
});

it("says what is wrong with an axis in the form's units", () => {
  const axes = {
    ...FIRST.axes,
    price: { from: "9", to: "5", steps: "1000" },
    difficulty: { from: "much", to: "2000000", steps: "" },
  };
  const { request, problems } = asked({ axes });
  expect(request).toBeNull();
  expect(problems).toEqual(
    expect.arrayContaining([
      { path: "price.to", code: "above", limit: "9" },
      { path: "price.steps", code: "too_big", limit: "25" },
      { path: "difficulty.from", code: "not_a_number" },
      { path: "difficulty.to", code: "too_big", limit: "1000000" },
    ]),
  );
});

it("goes into an address and comes out of it as it was", () => {
  const draft: HeatmapDraft = {
    terms: { miner_model: "custom", hashrate_th: "95", power_w: "3250", quantity: "3" },
    figure: "irr_pct",
    against: "electricity",
    axes: { ...FIRST.axes, electricity: { from: "0", to: "9", steps: "" } },
  };
  expect(readHeatmap(writeHeatmap(draft))).toEqual(draft);
  expect(writeHeatmap(FIRST).toString()).toBe("");
});
