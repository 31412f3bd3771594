import { expect, it } from "vitest";
import { shippedCatalogue } from "./catalogue/shipped-catalogue";
import { planSeed } from "./plan-seed";

const shipped = shippedCatalogue.slice(0, 3);
const [first, second, third] = shipped as [(typeof shipped)[0], (typeof shipped)[0], (typeof shipped)[0]];

it("fills an empty table, and has nothing left to do afterwards", () => {
  expect(planSeed([], shipped)).toEqual({ insert: shipped, update: [], unchanged: 0, kept: 0 });
  expect(planSeed(shipped, shipped)).toEqual({ insert: [], update: [], unchanged: 3, kept: 0 });
});

it("corrects a row of its own under the id it already has", () => {
  const stored = [{ ...first, id: "old-id", power_w: 1 }, second];
  expect(planSeed(stored, shipped)).toEqual({
    insert: [third],
    update: [{ before: stored[0], after: { ...first, id: "old-id" } }],
    unchanged: 1,
    kept: 0,
  });
});

it("leaves alone what an operator has edited, and what the catalogue no longer ships", () => {
  const edited = { ...first, source: "operator" as const, power_w: 1 };
  const retired = { ...second, label: "Antminer S1 0.18T", hashrate_th: 0.18 };
  expect(planSeed([edited, retired], [first])).toEqual({ insert: [], update: [], unchanged: 0, kept: 1 });
});

it("leaves alone what an operator has renamed, and does not bring back what is retired", () => {
  const renamed = { ...first, source: "operator" as const, model_name: "Other", label: "Other 200T" };
  const retired_at = "2026-01-01T00:00:00.000Z";
  const stored = [renamed, { ...second, retired_at }, { ...third, retired_at, power_w: 1 }];
  expect(planSeed(stored, shipped)).toEqual({
    insert: [],
    update: [{ before: stored[2], after: { ...third, retired_at } }],
    unchanged: 1,
    kept: 1,
  });
});
