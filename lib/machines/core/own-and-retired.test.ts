import { describe, expect, it } from "vitest";
import type { MachineModel } from "../schemas";
import { sharedModelId } from "./administration/shared-model-id";
import { shippedCatalogue } from "./catalogue/shipped-catalogue";
import { modelLabel } from "./model-name";
import { offeredModels } from "./offered-models";
import { resolveModel } from "./resolve-model";

const RETIRED = "2026-01-01T00:00:00.000Z";

function own(model_name: string, hashrate_th: number, over: Partial<MachineModel> = {}): MachineModel {
  return {
    ...(shippedCatalogue[0] as MachineModel),
    id: `6f1d1b5e-0000-4000-8000-${String(hashrate_th).padStart(12, "0")}`,
    model_name,
    manufacturer: "Bitmain",
    label: modelLabel(model_name, hashrate_th),
    hashrate_th,
    confidence: "probable",
    scope: "private",
    ...over,
  };
}
const found = (models: MachineModel[], text: string) => {
  const { model } = resolveModel([...models, ...shippedCatalogue], text);
  return model && `${model.scope} ${model.label}`;
};
const retire = (id: string) =>
  shippedCatalogue.map((model) => (model.id === id ? { ...model, retired_at: RETIRED } : model));

describe("a name that a company's own machine shares with a shared one", () => {
  const mine = own("Antminer S21", 200);

  it("means its own, for that bin", () => {
    expect(found([mine], "antminer s21 200t")).toBe("private Antminer S21 200T");
    expect(found([mine], "S21 188T")).toBe("shared Antminer S21 188T");
    expect(found([mine], "antminer-s21-200t")).toBe("shared Antminer S21 200T");
    expect(found([mine], mine.id)).toBe("private Antminer S21 200T");
  });

  it("means the shared one again once its own is retired", () => {
    const retired = { ...mine, retired_at: RETIRED };
    expect(found([retired], "S21 200T")).toBe("shared Antminer S21 200T");
    expect(found([retired], mine.id)).toBe("private Antminer S21 200T");
  });

  it("keeps its largest verified bin where none is said", () => {
    expect(found([own("Antminer S21", 300)], "S21")).toBe("shared Antminer S21 200T");
    expect(found([own("Antminer S21", 300)], "S21 300T")).toBe("private Antminer S21 300T");
  });

  it("goes to its own even if another maker has the name", () => {
    const other = own("S21", 300, { manufacturer: "Acme" });
    expect(found([other], "S21 300T")).toBe("private S21 300T");
    expect(found([other], "S21")).toBe("private S21 300T");
    expect(found([other], "S21 200T")).toBe("shared Antminer S21 200T");
    expect(found([other], "Antminer S21")).toBe("shared Antminer S21 200T");
  });

  it("is offered once", () => {
    const labels = (models: MachineModel[]) =>
      offeredModels([...models, ...shippedCatalogue]).filter(({ label }) => label === "Antminer S21 200T");
    expect(labels([mine])).toEqual([mine]);
    expect(labels([{ ...mine, retired_at: RETIRED }])).toMatchObject([{ scope: "shared" }]);
    expect(labels([{ ...mine, model_name: "S21", label: "S21 200T" }])).toEqual([]);
  });
});

describe("a retired machine", () => {
  const models = retire("antminer-s21-200t");

  it("is found by name and id, and offered and suggested nowhere", () => {
    for (const text of ["Antminer S21 200T", "antminer-s21-200t", "s21 200"])
      expect(resolveModel(models, text).model?.id).toBe("antminer-s21-200t");
    expect(offeredModels(models).map(({ id }) => id)).not.toContain("antminer-s21-200t");
    expect(offeredModels(models)).toHaveLength(shippedCatalogue.length - 1);
    expect(resolveModel(models, "Antminer S21 199T")).toEqual({ model: null, suggestions: ["Antminer S21 188T"] });
  });

  it("is not what a name without a bin means, unless all are retired", () => {
    expect(resolveModel(models, "Antminer S21").model?.hashrate_th).toBe(188);
    const all = models.map((model) =>
      model.model_name === "Antminer S21" ? { ...model, retired_at: RETIRED } : model,
    );
    expect(resolveModel(all, "Antminer S21").model?.hashrate_th).toBe(200);
  });
});

describe("the id of a new shared machine", () => {
  it.each([
    ["Antminer S21", 200, [], "antminer-s21-200t"],
    ["Antminer S21", 200, ["antminer-s21-200t", "antminer-s21-200t-2"], "antminer-s21-200t-3"],
    ["矿机", 100, [], "model-100t"],
    ["M30S++", 112, [], "m30s-plus-plus-112t"],
  ])("%s %d, where %j are taken, is %s", (name, hashrate, taken, id) => {
    expect(sharedModelId(name, hashrate, new Set(taken))).toBe(id);
  });
});
