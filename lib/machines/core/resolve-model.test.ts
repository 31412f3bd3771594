import { describe, expect, it } from "vitest";
import { MachineModel } from "../schemas";
import { shippedCatalogue } from "./catalogue/shipped-catalogue";
import { modelId, modelLabel } from "./model-name";
import { resolveModel } from "./resolve-model";

const labelOf = (text: string) => resolveModel(shippedCatalogue, text).model?.label ?? null;
const suggestionsFor = (text: string) => {
  const found = resolveModel(shippedCatalogue, text);
  return found.model ? [`found ${found.model.label}`] : found.suggestions;
};

describe("resolveModel", () => {
  it.each([
    ["Antminer S21 200T", "Antminer S21 200T"],
    ["S21 200T", "Antminer S21 200T"],
    ["  antminer   s21  200t ", "Antminer S21 200T"],
    ["ANTMINER S21 200 TH/s", "Antminer S21 200T"],
    ["Antminer S21 (200 Th)", "Antminer S21 200T"],
    ["200T Antminer S21", "Antminer S21 200T"],
    ["Antminer S21 200", "Antminer S21 200T"],
    ["antminer-s21-188t", "Antminer S21 188T"],
    ["Bitmain Antminer S21 188T", "Antminer S21 188T"],
    ["Bitmain S21 188T", "Antminer S21 188T"],
    ["antminer s21 pro 234 TH/s", "Antminer S21 Pro 234T"],
    ["s21pro 234t", "Antminer S21 Pro 234T"],
    ["Ａｎｔｍｉｎｅｒ　Ｓ２１＋　２３５Ｔ", "Antminer S21+ 235T"],
    ["Antminer S21 Plus", "Antminer S21+ 235T"],
    ["S19 XP Hydro 255T", "Antminer S19 XP Hyd 255T"],
    ["S19 XP Hyd. 255T", "Antminer S19 XP Hyd 255T"],
    ["SealMiner A2 Pro Hyd", "SealMiner A2 Pro Hydro 500T"],
    ["whatsminer m30s++", "WhatsMiner M30S++ 112T"],
    ["M30S plus plus 112T", "WhatsMiner M30S++ 112T"],
    ["Avalon Mini 3", "Avalon Mini 3 37.5T"],
    ["Avalon Mini 3 37.5TH", "Avalon Mini 3 37.5T"],
    ["AvalonMiner A1246", "AvalonMiner 1246 90T"],
    ["Avalon Made A1346", "Avalon A1346 110T"],
    ["蚂蚁矿机 S21 Pro 234T", "Antminer S21 Pro 234T"],
    ["神马 M50S", "WhatsMiner M50S 128T"],
    ["蚂蚁S21 水冷", "Antminer S21 Hyd 335T"],
  ])("reads %s as %s", (written, label) => {
    expect(labelOf(written)).toBe(label);
  });

  it("takes the largest verified bin where none is named", () => {
    expect(labelOf("Antminer S21")).toBe("Antminer S21 200T");
    // 245 TH/s exists, but its power is disputed.
    expect(labelOf("Antminer S21 Pro")).toBe("Antminer S21 Pro 234T");
    // No bin of this model is verified.
    expect(labelOf("Antminer S21e Hyd")).toBe("Antminer S21e Hyd 310T");
  });

  it("never picks a machine that only looks similar", () => {
    expect(suggestionsFor("Antminer S21 Ultra")).not.toHaveLength(0);
    expect(labelOf("Antminer S21 Pro Hyd")).toBeNull();
    expect(labelOf("S2")).toBeNull();
    expect(labelOf("Antminer")).toBeNull();
    expect(labelOf("Antminer S21 201T")).toBeNull();
  });

  it("suggests the nearest bins where only the bin is wrong", () => {
    expect(suggestionsFor("Antminer S21 195T")).toEqual(["Antminer S21 200T", "Antminer S21 188T"]);
    expect(suggestionsFor("S21+ 230TH")).toEqual(["Antminer S21+ 235T", "Antminer S21+ 225T", "Antminer S21+ 216T"]);
  });

  it("suggests up to three similar models, the most similar first", () => {
    const suggestions = suggestionsFor("antminer s21 prro");
    expect(suggestions[0]).toBe("Antminer S21 Pro 234T");
    expect(suggestions).toHaveLength(3);
    expect(suggestionsFor("whatsminer m60ss")[0]).toBe("WhatsMiner M60S 186T");
  });

  it.each(["", "   ", "%", "_", "-", "🙂", "矿机", "1e999", "T", "200T", "\u0000", "(".repeat(10_000)])(
    "finds nothing in %j and does not throw",
    (written) => {
      expect(labelOf(written)).toBeNull();
    },
  );

  it("asks back where two makers use one short name", () => {
    const bin = (manufacturer: string, model_name: string): MachineModel =>
      MachineModel.parse({
        ...shippedCatalogue[0],
        manufacturer,
        model_name,
        id: modelId(model_name, 50),
        label: modelLabel(model_name, 50),
        hashrate_th: 50,
      });
    const models = [bin("Bitmain", "Antminer X1"), bin("Canaan", "Avalon X1")];
    expect(resolveModel(models, "X1")).toEqual({ model: null, suggestions: ["Antminer X1 50T", "Avalon X1 50T"] });
    expect(resolveModel(models, "Avalon X1").model?.manufacturer).toBe("Canaan");
    expect(resolveModel(models, "canaan x1").model?.manufacturer).toBe("Canaan");
  });
});
