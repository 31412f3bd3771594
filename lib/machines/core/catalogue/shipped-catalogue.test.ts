import { describe, expect, it } from "vitest";
import { hasRecordedData, recordedText } from "@/lib/testing/recorded-data";
import { Cooling, MachineModel } from "../../schemas";
import { normaliseName } from "../model-name";
import { resolveModel } from "../resolve-model";
import { shippedCatalogue } from "./shipped-catalogue";

/** The most and least efficient machine of each year, J/TH, with room to either side. */
const PLAUSIBLE: Record<number, [number, number]> = {
  2017: [90, 110],
  2018: [50, 110],
  2019: [35, 85],
  2020: [28, 60],
  2021: [28, 45],
  2022: [20, 40],
  2023: [15, 35],
  2024: [11, 40],
  2025: [10, 30],
  2026: [8, 20],
};

const find = (label: string) => {
  const found = shippedCatalogue.find((model) => model.label === label);
  if (!found) throw new Error(`${label} is not in the catalogue`);
  return found;
};

describe("the shipped catalogue", () => {
  it("holds at least 150 bins, each with every fact", () => {
    expect(shippedCatalogue.length).toBeGreaterThanOrEqual(150);
    for (const model of shippedCatalogue) expect(() => MachineModel.parse(model)).not.toThrow();
  });

  it("names no bin twice, under any spelling", () => {
    expect(new Set(shippedCatalogue.map((model) => model.id)).size).toBe(shippedCatalogue.length);
    expect(new Set(shippedCatalogue.map((model) => normaliseName(model.label))).size).toBe(shippedCatalogue.length);
  });

  it("keeps the bin out of the model's name", () => {
    for (const model of shippedCatalogue) expect(model.model_name).not.toMatch(/\d\s*T(H|$)/);
  });

  it("derives the efficiency, and it is plausible for the year", () => {
    for (const model of shippedCatalogue) {
      expect(Math.abs(model.efficiency - model.power_w / model.hashrate_th)).toBeLessThanOrEqual(0.005 + 1e-9);
      const [best, worst] = PLAUSIBLE[model.release_year] ?? [Number.NaN, Number.NaN];
      expect(model.efficiency, model.label).toBeGreaterThanOrEqual(best);
      expect(model.efficiency, model.label).toBeLessThanOrEqual(worst);
    }
  });

  it("asks two sources of what it calls probable and three of what it calls verified", () => {
    for (const model of shippedCatalogue) {
      expect(model.source_count, model.label).toBeGreaterThanOrEqual(model.confidence === "verified" ? 3 : 2);
    }
  });

  it("cools a WhatsMiner as its number says", () => {
    const byDigit: Record<string, string> = { "0": "air", "1": "air", "3": "hydro", "6": "immersion" };
    for (const model of shippedCatalogue.filter((model) => model.manufacturer === "MicroBT")) {
      const digit = /M\d(\d)/.exec(model.model_name)?.[1] ?? "";
      expect(model.cooling, model.label).toBe(byDigit[digit]);
    }
  });

  it("finds every row again by its label, its id and its maker with the label", () => {
    for (const model of shippedCatalogue) {
      for (const name of [model.label, model.id, `${model.manufacturer} ${model.label}`, model.label.toUpperCase()]) {
        expect(resolveModel(shippedCatalogue, name), name).toEqual({ model });
      }
    }
  });

  describe("the mistakes that circulate", () => {
    it.each([
      ["Antminer S21+ 216T", 3564],
      ["Antminer S19j Pro+ 120T", 3300],
      ["Avalon A1366 130T", 3250],
      ["WhatsMiner M66S 298T", 5513],
      ["WhatsMiner M66S++ 356T", 5518],
      ["Teraflux AH3880 600T", 8700],
    ])("%s draws %i W", (label, powerW) => {
      expect(find(label).power_w).toBe(powerW);
    });

    it("does not offer machines that were never made or never confirmed", () => {
      const names = shippedCatalogue.map((model) => model.model_name);
      for (const name of ["Antminer S21 Pro Hyd", "WhatsMiner M72S", "Proto Rig", "Antminer S23 XP Hyd"]) {
        expect(names).not.toContain(name);
      }
    });

    it("says which machines are only announced", () => {
      const announced = new Set(shippedCatalogue.filter((m) => m.status === "announced").map((m) => m.model_name));
      expect([...announced].sort()).toEqual([
        "SealMiner A4 Pro Air",
        "SealMiner A4 Pro Hydro",
        "SealMiner A4 Ultra Hydro",
      ]);
    });

    it("keeps the three-unit S19 XP Hyd apart from the machine it is three units of", () => {
      expect(find("Antminer S19 XP Hyd 3U 512T").hashrate_th).toBe(512);
      expect(resolveModel(shippedCatalogue, "Antminer S19 XP Hyd").model?.hashrate_th).toBe(257);
    });
  });

  describe.skipIf(!hasRecordedData)("beside the collected listings", () => {
    it("agrees with them, and is never surer than they are", () => {
      const collected = listings();
      for (const model of shippedCatalogue) {
        const same = collected.filter((listing) => facts(listing) === facts(model));
        const found = same.map((listing) => listing.tier);
        expect(found, model.label).toContainEqual(expect.stringMatching(/^(verified|ok)$/));
        if (model.confidence === "verified") expect(found, model.label).toContain("verified");
      }
    });

    it("understands the names they use", () => {
      for (const listing of listings().filter(({ tier }) => tier !== "single-family")) {
        const written = `${listing.model} ${listing.hashrate_th}T`;
        // Listed without its "3U", which tells it from the single unit.
        if (written === "Antminer S19 XP Hydro 512T") continue;
        expect(resolveModel(shippedCatalogue, written).model?.power_w, written).toBe(listing.power_w);
      }
    });
  });
});

type Facts = Pick<MachineModel, "manufacturer" | "hashrate_th" | "power_w" | "release_year" | "cooling">;
const facts = (row: Facts) => [row.manufacturer, row.hashrate_th, row.power_w, row.release_year, row.cooling].join(" ");

/** The columns read here come before any that quotes a comma. */
function listings(): (Facts & { model: string; tier: string })[] {
  const [header = "", ...lines] = recordedText("asic_models.csv").trim().split("\n");
  return lines.map((line) => {
    const cell = (name: string) => line.split(",")[header.split(",").indexOf(name)] ?? "";
    return {
      model: cell("model"),
      manufacturer: cell("manufacturer"),
      hashrate_th: Number(cell("hashrate_ths")),
      power_w: Number(cell("power_w")),
      release_year: Number(cell("release_year")),
      cooling: Cooling.parse(cell("cooling")),
      tier: cell("tier"),
    };
  });
}
