import { expect, it } from "vitest";
import type { PickerModel } from "@/lib/machines/schemas";
import { newRow } from "./fleet-draft";
import { readRows } from "./fleet-request";

const S21 = { id: "antminer-s21-200t", name: "Antminer S21 200T", hashrate_th: 200, power_w: 3500 } as PickerModel;

it("reads the numbers of rows as people write them, and finds the model", () => {
  const { rows, problems } = readRows(
    [
      { ...newRow("antminer s21 200t"), quantity: "1,500", price: "3000" },
      { ...newRow("custom"), quantity: "2", hashrate: "95,5", power: "3250" },
    ],
    [S21],
  );
  expect(problems).toEqual([]);
  expect(rows[0]).toMatchObject({ model: S21, quantity: 1500, hashrateTh: 200, powerW: 3500, priceUsd: 3000 });
  expect(rows[1]).toMatchObject({ model: null, quantity: 2, hashrateTh: 95.5, powerW: 3250, priceUsd: undefined });
});

it("says of each field what is wrong with it", () => {
  const { problems } = readRows(
    [
      { ...newRow("S99"), quantity: "many" },
      { ...newRow("custom"), quantity: "" },
    ],
    [S21],
  );
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    "machines.0.miner_model machine",
    "machines.0.quantity not_a_number",
    "machines.1.quantity required",
    "machines.1.hashrate_th required",
    "machines.1.power_w required",
  ]);
});
